import type { Candidate } from './candidate.ts';
import { butForContent } from './standing.ts';

/** What narrows the candidates down to those that are compared. */
export interface Narrowing {
  readonly candidates: readonly Candidate[];
  readonly standing: Uint8Array;
  readonly informations: Float64Array;
  /** The set that was begun and may go on. */
  readonly open: string | null;
  /** The share of the best information that its next item is to tell. */
  readonly minShare: number;
}

/**
 * The places in the list of the candidates to compare: those of the open set where it is worth going
 * on, else those that stand least far back. Going on asks that no other item stand less far back,
 * content aside, which was counted when the set was opened.
 */
export function placesToCompare(narrowing: Narrowing): Int32Array {
  const { candidates, standing, informations, open, minShare } = narrowing;
  let least = Infinity;
  for (const s of standing) if (s < least) least = s;
  const everyPlace = new Int32Array(standing.length);
  let count = 0;
  for (let i = 0; i < standing.length; i += 1) if (standing[i] === least) everyPlace[count++] = i;
  const ahead = everyPlace.subarray(0, count);
  if (open === null) return ahead;

  const level = Int32Array.from(standing.keys()).filter(
    (i) => butForContent(standing[i] ?? 0) === butForContent(least),
  );
  const inSet = (i: number) => candidates[i]?.set === open;
  const leastInSet = level
    .filter(inSet)
    .reduce((low, i) => Math.min(low, standing[i] ?? 0), Infinity);
  const next = level.filter((i) => inSet(i) && standing[i] === leastInSet);
  const most = (places: Int32Array) =>
    places.reduce((largest, i) => Math.max(largest, informations[i] ?? 0), 0);
  if (next.length > 0 && most(next) >= minShare * most(level)) return next;
  const elsewhere = ahead.filter((i) => !inSet(i));
  return elsewhere.length > 0 ? elsewhere : ahead;
}
