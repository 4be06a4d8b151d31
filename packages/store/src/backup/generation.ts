import type { Database } from 'better-sqlite3';
import {
  type Epoch,
  type Generation,
  generationNumbers,
  readEpoch,
  readGeneration,
} from './catalogue.ts';
import { checkpointAside } from './checkpoint-aside.ts';
import { makeFolder, writeWhole } from './durable.ts';
import { BackupError } from './errors.ts';
import type { Guard } from './guard.ts';
import * as layout from './layout.ts';
import { continues, type Progress } from './progress.ts';
import { writeRecord } from './records.ts';
import { settle } from './settle.ts';
import { lookAhead, openWal, readHeader } from './wal-file.ts';
import type { Place, WalFormat } from './wal-format.ts';

/** Commits that came while a generation began: more of them, and it is tried again. */
const MOST_REST_BYTES = 8 * 1024 * 1024;

const nowhere: Place = { offset: 0, chain: [0, 0] };

/** Where the newest generation stands, if the database on disk still continues it. */
export async function resumeGeneration(folder: string, file: string): Promise<Progress | null> {
  const number = (await generationNumbers(folder)).at(-1);
  const generation = number === undefined ? null : await readGeneration(folder, number);
  if (!generation) return null;
  const { record, directory, epochNumbers } = generation;
  const epoch = await lastEpoch(generation);
  const last = epoch?.moments.at(-1);
  let progress: Progress;
  if (epoch && last) {
    const first = generation.snapshots.at(-1)?.epoch ?? 0;
    const inRow = epochNumbers.filter((n) => n > first && n <= epoch.number).length;
    if (inRow < epoch.number - first) return null;
    if (epoch.damaged || epoch.walBytes === null || epoch.walBytes < last.offset) return null;
    const copy = await openWal(layout.epochWal(directory, epoch.number));
    const header = copy && (await readHeader(copy).finally(() => copy.close()));
    if (!header) return null;
    const { offset, chain, settled } = last;
    const place = { offset, chain };
    const at = { shipped: place, seen: place, settled, momentsBytes: epoch.momentsBytes };
    const { format } = header;
    progress = { generation: generation.number, directory, epoch: epoch.number, format, ...at };
  } else {
    const { wal, settled } = record;
    progress = begun(generation.number, directory, wal, settled);
  }
  return (await continues(file, progress)) ? progress : null;
}

/** The last epoch that something was shipped of; a later file may have been made just before a crash. */
async function lastEpoch({ directory, epochNumbers }: Generation): Promise<Epoch | null> {
  for (const number of epochNumbers.toReversed()) {
    const epoch = await readEpoch(directory, number);
    if (epoch.moments.length > 0 || epoch.damaged) return epoch;
  }
  return null;
}

/**
 * Begins a generation: an unbroken chain from what the database holds now. Null where a reader
 * keeps the main file from holding everything: to be tried again.
 */
export async function beginGeneration(
  connection: Database,
  guard: Guard,
  file: string,
  folder: string,
  at: number,
): Promise<Progress | null> {
  await makeFolder(layout.generationsIn(folder));
  const newest = (await generationNumbers(folder)).at(-1) ?? 0;
  const reusable = newest > 0 && (await readGeneration(folder, newest)) === null;
  const number = reusable ? newest : newest + 1;
  const directory = layout.generationPath(folder, number);
  await makeFolder(directory);
  guard.renew();
  await checkpointAside(file, (await wholeWal(file))?.place.offset ?? 0);
  const wal = await wholeWal(file);
  guard.release();
  const done = settle(connection, file, begun(number, directory, wal, null), MOST_REST_BYTES);
  guard.renew();
  if (!done) return null;
  const { format, seen, settled } = done.progress;
  if (settled === null) throw new BackupError('unavailable', 'a settled database has no stamp');
  const record = { version: 1 as const, at, settled, wal: format && { format, place: seen } };
  await writeWhole(layout.generationFile(directory), writeRecord(record));
  return { ...done.progress, shipped: seen };
}

function begun(
  generation: number,
  directory: string,
  wal: { format: WalFormat; place: Place } | null,
  settled: string | null,
): Progress {
  const place = wal?.place ?? nowhere;
  const at = { epoch: 0, momentsBytes: 0, shipped: place, seen: place, settled };
  return { generation, directory, format: wal?.format ?? null, ...at };
}

async function wholeWal(file: string): Promise<{ format: WalFormat; place: Place } | null> {
  const wal = await openWal(`${file}-wal`);
  try {
    const header = wal && (await readHeader(wal));
    if (!wal || !header) return null;
    const { format, start } = header;
    return { format, place: await lookAhead(wal, format, start) };
  } finally {
    await wal?.close();
  }
}
