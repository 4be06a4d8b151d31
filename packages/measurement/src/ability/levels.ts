import { MeasurementError } from '../core/errors.ts';
import { cumulativeProbability, type Posterior } from './posterior.ts';

/** A level from 1 to n with how sure it is. */
export interface LevelReport {
  /** The most probable level, 1 to n. */
  readonly level: number;
  /** Probability that the pupil is at this level. */
  readonly probability: number;
  /** Probability that the pupil is at this level or one of its neighbours. */
  readonly withinOne: number;
  /** Probability of each level, the first for level 1; sums to 1. */
  readonly probabilities: readonly number[];
  /** Probability of being at each level or above, the first for level 1 (always 1). */
  readonly atLeast: readonly number[];
}

/**
 * The level a posterior supports, given the n - 1 cut points between n levels (logits, increasing).
 *
 * The reported level is the most probable one, not the one that holds the mean ability. The mode is
 * what makes 'right' most often (the Bayes rule for 0-1 loss), and the probability printed beside it
 * is then the largest of the list: with the mean, a screen could say 'level 3, 31%' when level 4 has
 * 33%. The two part only where neighbouring levels are almost as probable. Of two equally probable levels the
 * lower is reported: it claims no more than was shown.
 *
 * Throws `invalid-argument` where the cuts do not increase.
 */
export function reportLevel(posterior: Posterior, cuts: readonly number[]): LevelReport {
  checkCuts(cuts);
  const below = [0, ...cuts.map((cut) => cumulativeProbability(posterior, cut)), 1];
  return levelFromProbabilities(below.slice(1).map((upTo, i) => upTo - (below[i] ?? 0)));
}

/** The same report from the probabilities of the levels, as they were kept; they sum to 1. */
export function levelFromProbabilities(probabilities: readonly number[]): LevelReport {
  const probability = Math.max(...probabilities);
  const index = probabilities.indexOf(probability);
  const neighbours = probabilities.slice(Math.max(0, index - 1), index + 2);
  return {
    level: index + 1,
    probability,
    withinOne: Math.min(1, sum(neighbours)),
    probabilities,
    atLeast: probabilities.map((_, i) => 1 - sum(probabilities.slice(0, i))),
  };
}

/** The level that holds an ability: 1 below the first cut; an ability on a cut has reached it. */
export function levelOf(ability: number, cuts: readonly number[]): number {
  return 1 + cuts.filter((cut) => ability >= cut).length;
}

function checkCuts(cuts: readonly number[]): void {
  const increasing = cuts.every(
    (cut, i) => Number.isFinite(cut) && cut > (cuts[i - 1] ?? -Infinity),
  );
  if (!increasing) {
    throw new MeasurementError(
      'invalid-argument',
      `Cut points must be finite and increasing; got ${cuts.join(', ')}.`,
    );
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
