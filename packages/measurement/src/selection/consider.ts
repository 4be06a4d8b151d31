import type { CandidatePool } from './pool.ts';
import { butForContent } from './standing.ts';

/** What narrows the candidates down to those that are compared. */
export interface Narrowing {
  readonly pool: CandidatePool;
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
  const { pool, standing, informations, open, minShare } = narrowing;
  const { candidates, left } = pool;
  const { least, ahead } =
    standing === pool.level ? { least: 0, ahead: left } : leastFarBack(left, standing);
  if (open === null) return ahead;

  const level = left.filter(
    (place) => butForContent(standing[place] ?? 0) === butForContent(least),
  );
  const inSet = (place: number) => candidates[place]?.set === open;
  const leastInSet = level
    .filter(inSet)
    .reduce((low, place) => Math.min(low, standing[place] ?? 0), Infinity);
  const next = level.filter((place) => inSet(place) && standing[place] === leastInSet);
  const most = (places: Int32Array) =>
    places.reduce((largest, place) => Math.max(largest, informations[place] ?? 0), 0);
  if (next.length > 0 && most(next) >= minShare * most(level)) return next;
  const elsewhere = ahead.filter((place) => !inSet(place));
  return elsewhere.length > 0 ? elsewhere : ahead;
}

/** How far back those stand that stand least far back, and their places. */
function leastFarBack(left: Int32Array, standing: Uint8Array) {
  let least = 255;
  let count = 0;
  const ahead = new Int32Array(left.length);
  for (let k = 0; k < left.length; k += 1) {
    const place = left[k] ?? 0;
    const own = standing[place] ?? 255;
    if (own > least) continue;
    if (own < least) {
      least = own;
      count = 0;
    }
    ahead[count] = place;
    count += 1;
  }
  return { least, ahead: ahead.subarray(0, count) };
}
