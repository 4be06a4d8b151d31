import type { WholeGeneration } from './catalogue.ts';
import type { SnapshotRecord } from './records.ts';

/** A moment that can be restored. */
export interface Point {
  generation: WholeGeneration;
  /** The newest snapshot that is not after it. */
  snapshot: SnapshotRecord;
  epoch: number;
  offset: number;
  /** Clock time in milliseconds. */
  at: number;
}

/** The moments of a generation that its snapshots reach, in the order in which they came. */
export function pointsOf(generation: WholeGeneration): Point[] {
  const { snapshots, epochs } = generation;
  const lastEpoch = epochs.at(-1)?.number;
  const moments = epochs.flatMap(({ number, moments, walBytes }) =>
    moments
      // The last epoch may have been torn while it was written: then what is whole counts.
      .filter(({ offset }) => number !== lastEpoch || offset <= (walBytes ?? 0))
      .map(({ at, offset }) => ({ epoch: number, offset, at })),
  );
  const places = [...moments, ...snapshots.map(({ epoch, offset, at }) => ({ epoch, offset, at }))];
  places.sort((a, b) => a.epoch - b.epoch || a.offset - b.offset);
  const points: Point[] = [];
  let next = 0;
  for (const place of places) {
    while (next < snapshots.length && !isAfter(snapshots[next], place)) next += 1;
    const snapshot = snapshots[next - 1];
    if (snapshot) points.push({ generation, snapshot, ...place });
  }
  return points;
}

function isAfter(
  snapshot: SnapshotRecord | undefined,
  place: { epoch: number; offset: number },
): boolean {
  if (!snapshot) return false;
  const { epoch, offset } = snapshot;
  return epoch > place.epoch || (epoch === place.epoch && offset > place.offset);
}

/**
 * The first epoch after `from` that is missing or does not reach its end, or null where the chain
 * is whole. The last epoch may be torn: it was being written.
 */
export function holeAfter({ epochs }: WholeGeneration, from: number): Hole | null {
  const last = epochs.findLast(({ moments }) => moments.length > 0)?.number ?? 0;
  for (let number = from + 1; number <= last; number += 1) {
    const found = epochs.find((candidate) => candidate.number === number);
    const end = found?.moments.at(-1);
    if (!found || !end || found.walBytes === null) return { epoch: number, is: 'missing' };
    if (number === last) return null;
    if (found.walBytes < end.offset || end.settled === null) return { epoch: number, is: 'torn' };
  }
  return null;
}

export interface Hole {
  epoch: number;
  is: 'missing' | 'torn';
}
