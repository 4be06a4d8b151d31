import { rm } from 'node:fs/promises';
import { type Generation, readGenerations } from './catalogue.ts';
import * as layout from './layout.ts';
import type { SnapshotRecord } from './records.ts';

/**
 * So many snapshots, with the commits up to the next, go at a time. One a day is what a usual day
 * needs; a clock that leaps ahead then cannot empty a backup at once.
 */
const MOST_AT_A_TIME = 2;

/**
 * Removes what no moment from `from` on needs, oldest first: all before the last snapshot that was
 * taken by then. The newest snapshot always stays. Gives how many snapshots were removed.
 */
export async function removeOld(folder: string, from: Date): Promise<number> {
  const generations = await readGenerations(folder);
  const all = generations.flatMap(({ number, snapshots }) =>
    snapshots.map((snapshot) => ({ number, snapshot })),
  );
  const needed = all.findLast(({ snapshot }) => snapshot.at <= from.getTime());
  if (!needed) return 0;
  let removed = 0;
  for (const generation of generations) {
    const isOver = generation.number < needed.number;
    const before = isOver
      ? generation.snapshots.length
      : generation.snapshots.indexOf(needed.snapshot);
    const going = generation.snapshots.slice(0, Math.min(before, MOST_AT_A_TIME - removed));
    for (const snapshot of going) await removeSnapshot(generation, snapshot);
    removed += going.length;
    const oldestLeft = generation.snapshots.at(going.length);
    if (oldestLeft) await removeEpochsBefore(generation, oldestLeft.epoch);
    else await rm(generation.directory, { recursive: true, force: true });
    if (!isOver || removed >= MOST_AT_A_TIME) break;
  }
  return removed;
}

async function removeSnapshot(
  { directory }: Generation,
  { epoch, offset }: SnapshotRecord,
): Promise<void> {
  await rm(layout.snapshotRecord(directory, epoch, offset), { force: true });
  await rm(layout.snapshotFile(directory, epoch, offset), { force: true });
}

async function removeEpochsBefore(
  { epochNumbers, directory }: Generation,
  first: number,
): Promise<void> {
  for (const number of epochNumbers.filter((epoch) => epoch < first)) {
    await rm(layout.epochMoments(directory, number), { force: true });
    await rm(layout.epochWal(directory, number), { force: true });
  }
}
