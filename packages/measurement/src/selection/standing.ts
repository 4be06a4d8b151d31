import type { Posterior } from '../ability/posterior.ts';
import { meanOfEach } from './criterion.ts';
import type { CandidatePool } from './pool.ts';
import { posteriorWeights } from './posterior-information.ts';

/** The first items of a sitting, which the pupil is to succeed more often than not. */
const GENTLE_ITEMS = 2;
/** Half, less what rounding may take from an item that lies right at the posterior's mean. */
const GENTLE_SUCCESS = 0.5 - 1e-6;

const SEEN = 16;
const LEFT_SET = 8;
const HARD = 4;
const WORN = 2;
const FULL = 1;

/** What makes items come last. */
export interface StandingRules {
  readonly posterior: Posterior;
  readonly position: number;
  /** Sets that were begun and left. */
  readonly leftSets: ReadonlySet<string>;
  /** Share of sittings from which an item is given too often; absent, none is. */
  readonly maxExposureRate?: number;
  /** The priority of each content: 0 where its quota is full. */
  readonly priorities: readonly number[];
}

/**
 * How far back each candidate that is left stands, by its place: only those that stand least far
 * back are compared. From what weighs most: met in an earlier sitting; of a set that was begun and
 * left; in the first two places, more probably missed than succeeded; given to too many; of content
 * whose quota is full. Nothing is barred: what stands last is given where nothing else is left.
 */
export function standings(pool: CandidatePool, rules: StandingRules): Uint8Array {
  const { position, leftSets, maxExposureRate = Infinity, priorities } = rules;
  const { candidates, left, contentOf, seenBefore, exposureRates } = pool;
  const isLevel =
    !pool.hasSeen &&
    maxExposureRate === Infinity &&
    leftSets.size === 0 &&
    position > GENTLE_ITEMS &&
    !priorities.includes(0);
  if (isLevel) return pool.level;
  const standing = new Uint8Array(candidates.length);
  for (let k = 0; k < left.length; k += 1) {
    const place = left[k] ?? 0;
    standing[place] =
      (seenBefore[place] === 1 ? SEEN : 0) +
      ((exposureRates[place] ?? 0) >= maxExposureRate ? WORN : 0) +
      (priorities[contentOf[place] ?? 0] === 0 ? FULL : 0);
  }
  if (leftSets.size > 0) {
    for (const place of left) {
      const set = candidates[place]?.set;
      if (set !== undefined && leftSets.has(set)) add(standing, place, LEFT_SET);
    }
  }
  if (position <= GENTLE_ITEMS) {
    for (const place of hardOnes(pool, rules.posterior)) add(standing, place, HARD);
  }
  return standing;
}

/** Those that the pupil would more probably miss. */
function hardOnes(pool: CandidatePool, posterior: Posterior): Int32Array {
  const weights = posteriorWeights(posterior);
  const shares = meanOfEach('expectedShare', pool, weights, posterior.grid);
  return pool.left.filter((place) => (shares[place] ?? 0) < GENTLE_SUCCESS);
}

function add(standing: Uint8Array, place: number, what: number): void {
  standing[place] = (standing[place] ?? 0) + what;
}

export const isFull = (standing: number): boolean => (standing & FULL) !== 0;
/** The same standing, whatever its content. */
export const butForContent = (standing: number): number => standing & ~FULL;
