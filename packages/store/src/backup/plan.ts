import { type Epoch, readWhole, type WholeGeneration } from './catalogue.ts';
import { BackupError } from './errors.ts';
import { epochWal } from './layout.ts';
import { holeAfter, type Point, pointsOf } from './points.ts';
import type { SnapshotRecord } from './records.ts';

/** The commits of one epoch to apply: up to an offset, or to the last whole commit. */
export interface Step {
  wal: string;
  epoch: Epoch;
  until: number | 'end';
}

/** How to come to a moment. */
export interface Plan {
  point: Point;
  /** Snapshots to start from, best first, and what to apply to each. */
  ways: { snapshot: SnapshotRecord; steps: Step[] }[];
}

/**
 * Finds how to come to the last moment that is not after `to`, or to the last of all.
 * Throws `BackupError` where there is none, or where what it needs is missing.
 */
export async function planRestore(folder: string, to: Date | null): Promise<Plan> {
  const generations = await readWhole(folder);
  const points = generations.flatMap(pointsOf);
  const first = points[0];
  if (!first) {
    throw new BackupError('no-backup', `there is no whole backup in ${folder}: check the path`);
  }
  const point = to ? points.findLast(({ at }) => at <= to.getTime()) : points.at(-1);
  if (!point) {
    throw new BackupError(
      'too-early',
      `the backup begins at ${iso(first.at)}: choose that moment or a later one`,
    );
  }
  refuseHole(point, to);
  const ways = point.generation.snapshots
    .filter(
      ({ epoch, offset }) =>
        epoch < point.epoch || (epoch === point.epoch && offset <= point.offset),
    )
    .toReversed()
    .map((snapshot) => ({ snapshot, steps: stepsFrom(snapshot, point, to === null) }))
    .filter(({ steps }) => steps.every((step) => step !== null))
    .map(({ snapshot, steps }) => ({ snapshot, steps: steps.filter((step) => step !== null) }));
  if (ways.length === 0) {
    throw damagedBefore(point.generation, point.snapshot.epoch);
  }
  return { point, ways };
}

/** Refuses a moment that lies where commits are missing; the moments around it can be restored. */
function refuseHole({ generation, snapshot, epoch, at }: Point, to: Date | null): void {
  const hole = holeAfter(generation, snapshot.epoch);
  const list = generation.epochs.find(({ number }) => number === epoch);
  if (list?.damaged)
    throw new BackupError('damaged', `the list of moments of ${name(list)} is damaged`);
  // What is asked for lies within the hole when it is later than the last moment before it.
  const isPast =
    hole && (epoch >= hole.epoch || (epoch === hole.epoch - 1 && (!to || to.getTime() > at)));
  if (isPast) throw damagedBefore(generation, snapshot.epoch);
}

function stepsFrom(snapshot: SnapshotRecord, point: Point, toTheEnd: boolean): (Step | null)[] {
  const { generation, offset } = point;
  const newest = generation.epochs.at(-1)?.number ?? 0;
  // Commits of an epoch that was just begun may be there before the line that speaks of them.
  const last = toTheEnd && newest === point.epoch + 1 ? newest : point.epoch;
  const steps: (Step | null)[] = [];
  for (let number = snapshot.epoch; number <= last; number += 1) {
    const epoch = generation.epochs.find((candidate) => candidate.number === number);
    const isFirst = number === snapshot.epoch;
    const end = epoch?.moments.at(-1)?.offset ?? 0;
    // The snapshot holds its own epoch up to its offset; the rest is applied from the beginning,
    // as an epoch is a WAL only as a whole.
    const nothingToAdd = isFirst && (number === last ? offset : end) <= snapshot.offset;
    const isLast = number === generation.epochs.at(-1)?.number;
    if (nothingToAdd && !(isLast && toTheEnd && number > 0)) continue;
    if (!epoch || epoch.walBytes === null) steps.push(null);
    else {
      const until = number < last ? end : toTheEnd && isLast ? ('end' as const) : offset;
      steps.push({ wal: epochWal(generation.directory, number), epoch, until });
    }
  }
  return steps;
}

function damagedBefore(generation: WholeGeneration, from: number): BackupError {
  const hole = holeAfter(generation, from);
  const epoch = hole?.epoch ?? from;
  const before = pointsOf(generation).findLast((point) => point.epoch < epoch);
  const choice = before
    ? `the last moment before it is ${iso(before.at)}`
    : 'no moment before it is left';
  return new BackupError(
    'damaged',
    `${epochWal(generation.directory, epoch)} is ${hole?.is ?? 'missing'}: ${choice}`,
  );
}

const name = ({ number }: Epoch): string => `epoch ${number}`;
const iso = (at: number): string => new Date(at).toISOString();
