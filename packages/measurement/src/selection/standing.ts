import { weightedMean } from './criterion.ts';
import { posteriorWeights } from './posterior-information.ts';
import type { Posterior } from '../ability/posterior.ts';
import { compiledOn } from '../models/compiled-item.ts';
import type { Candidate } from './candidate.ts';

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
  /** Each candidate's content priority: 0 where its quota is full. */
  readonly priorities: Float64Array;
}

/**
 * How far back each candidate stands: only those that stand least far back are compared. From what
 * weighs most: met in an earlier sitting; of a set that was begun and left; in the first two places,
 * more probably missed than succeeded; given to too many; of content whose quota is full. Nothing is
 * barred: what stands last is given where nothing else is left.
 */
export function standings(candidates: readonly Candidate[], rules: StandingRules): Uint8Array {
  const { posterior, position, leftSets, maxExposureRate = Infinity, priorities } = rules;
  const weights = position <= GENTLE_ITEMS ? posteriorWeights(posterior) : null;
  const result = new Uint8Array(candidates.length);
  for (let i = 0; i < candidates.length; i += 1) {
    const candidate = candidates[i];
    if (!candidate) continue;
    const { item, set, exposureRate, seenBefore } = candidate;
    let standing = seenBefore ? SEEN : 0;
    if (set !== undefined && leftSets.has(set)) standing += LEFT_SET;
    if (weights) {
      const share = weightedMean(weights, compiledOn(item, posterior.grid).expectedShare);
      if (share < GENTLE_SUCCESS) standing += HARD;
    }
    if (exposureRate >= maxExposureRate) standing += WORN;
    if (priorities[i] === 0) standing += FULL;
    result[i] = standing;
  }
  return result;
}

export const isFull = (standing: number): boolean => (standing & FULL) !== 0;

/** The same standing, whatever its content. */
export const butForContent = (standing: number): number => standing & ~FULL;
