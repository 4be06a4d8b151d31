import { MeasurementError } from '../core/errors.ts';
import { type AbilityGrid, standardGrid } from '../core/grid.ts';
import { compiledOn } from '../models/compiled-item.ts';
import { fractional, type Observation } from './observation.ts';

/** A normal belief about an ability, in logits. */
export interface NormalPrior {
  readonly mean: number;
  readonly sd: number;
}

/**
 * What is known of one ability: its probability at each point of the grid. The logarithms, not
 * normalised, are kept as a leading and a correction term (`logWeights` + `logCorrections`), which
 * is what lets answers be added one at a time, thousands of times, without loss.
 */
export interface Posterior {
  readonly grid: AbilityGrid;
  readonly logWeights: Float64Array;
  readonly logCorrections: Float64Array;
  /** Sums to 1. Each point stands for the cell of one grid step around it. */
  readonly probabilities: Float64Array;
}

/**
 * The posterior before any answer: the prior on the grid.
 * Throws `invalid-argument` where the grid cannot carry it: mean outside, or sd under half a step.
 */
export function startPosterior(prior: NormalPrior, grid: AbilityGrid = standardGrid): Posterior {
  const first = grid.points.at(0) ?? Number.NaN;
  const last = grid.points.at(-1) ?? Number.NaN;
  if (!(prior.mean >= first && prior.mean <= last && prior.sd >= grid.step / 2)) {
    throw new MeasurementError(
      'invalid-argument',
      `A prior needs its mean in [${first}, ${last}] and sd >= ${grid.step / 2}; got mean ${prior.mean}, sd ${prior.sd}.`,
    );
  }
  const logWeights = grid.points.map((point) => {
    const deviate = (point - prior.mean) / prior.sd;
    return (-deviate * deviate) / 2;
  });
  return normalised(grid, logWeights, new Float64Array(grid.points.length));
}

/**
 * The posterior after one more answer; the one given is left as it is.
 *
 * A fraction x on an item scored right or wrong adds x·ln P + (1 - x)·ln(1 - P): a quasi-likelihood,
 * right about direction, by which the answer weighs as one right or wrong answer would, however
 * many steps it had. Releases whose scale names no partial credit are counted so, for ever.
 *
 * Throws `invalid-argument` for a score that the item does not give.
 */
export function updatePosterior(posterior: Posterior, observation: Observation): Posterior {
  return updateAll(posterior, [observation]);
}

/** `updatePosterior` over a list, in its order, to the same bytes, normalising once. */
export function updateAll(posterior: Posterior, observations: readonly Observation[]): Posterior {
  const logWeights = posterior.logWeights.slice();
  const logCorrections = posterior.logCorrections.slice();
  for (const observation of observations) {
    addLogLikelihood(logWeights, logCorrections, posterior.grid, observation);
  }
  return normalised(posterior.grid, logWeights, logCorrections);
}

/** Mean of the posterior (expected a posteriori; Bock & Mislevy 1982) and its standard deviation. */
export function summarizePosterior(posterior: Posterior): {
  ability: number;
  standardError: number;
} {
  const { grid, probabilities } = posterior;
  const ability = expectation(probabilities, grid.points);
  let variance = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const deviation = (grid.points[i] ?? 0) - ability;
    variance += (probabilities[i] ?? 0) * deviation * deviation;
  }
  return { ability, standardError: Math.sqrt(variance) };
}

/** Expected value under the posterior of a quantity tabulated on its grid. */
export function expectation(probabilities: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i += 1)
    sum += (probabilities[i] ?? 0) * (values[i] ?? 0);
  return sum;
}

/**
 * Probability that the ability is at or below a value. The mass of a grid point is spread evenly
 * over its cell, so this is continuous and piecewise linear: a cut point that moves a little moves
 * the probabilities a little, wherever it falls between grid points.
 */
export function cumulativeProbability(posterior: Posterior, ability: number): number {
  const { grid, probabilities } = posterior;
  let below = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const share = (ability - (grid.points[i] ?? 0)) / grid.step + 0.5;
    // Rounded sums may pass one by a hair, and what lies above would be less than nothing.
    if (share <= 0) return Math.min(1, below);
    below += (probabilities[i] ?? 0) * Math.min(1, share);
  }
  return Math.min(1, below);
}

/** The central interval that holds `mass` of the posterior (equal tails), in logits. */
export function credibleInterval(
  posterior: Posterior,
  mass: number,
): { lower: number; upper: number } {
  const tail = (1 - mass) / 2;
  return { lower: quantile(posterior, tail), upper: quantile(posterior, 1 - tail) };
}

/** The ability below which the posterior has probability `p`, `p` in (0, 1): inverse of the above. */
export function quantile(posterior: Posterior, p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new MeasurementError('invalid-argument', `A quantile needs 0 < p < 1; got ${p}.`);
  }
  const { grid, probabilities } = posterior;
  let below = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const mass = probabilities[i] ?? 0;
    if (below + mass >= p) return (grid.points[i] ?? 0) + ((p - below) / mass - 0.5) * grid.step;
    below += mass;
  }
  return (grid.points.at(-1) ?? 0) + grid.step / 2;
}

/** Adds with the rounding error kept apart (TwoSum; Knuth, TAOCP vol. 2, section 4.2.2). */
function addLogLikelihood(
  logWeights: Float64Array,
  logCorrections: Float64Array,
  grid: AbilityGrid,
  { item, score }: Observation,
): void {
  const compiled = compiledOn(item, grid);
  const whole = compiled.logProbabilities[score];
  const { wrong, right } = whole ? { wrong: whole, right: whole } : fractional(compiled, score);
  for (let i = 0; i < logWeights.length; i += 1) {
    const added = whole ? (whole[i] ?? 0) : score * (right[i] ?? 0) + (1 - score) * (wrong[i] ?? 0);
    const before = logWeights[i] ?? 0;
    const sum = before + added;
    const kept = sum - before;
    logWeights[i] = sum;
    logCorrections[i] = (logCorrections[i] ?? 0) + (before - (sum - kept)) + (added - kept);
  }
}

function normalised(
  grid: AbilityGrid,
  logWeights: Float64Array,
  logCorrections: Float64Array,
): Posterior {
  let largest = -Infinity;
  for (const weight of logWeights) if (weight > largest) largest = weight;
  const probabilities = new Float64Array(logWeights.length);
  let total = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const weight = Math.exp((logWeights[i] ?? 0) - largest + (logCorrections[i] ?? 0));
    probabilities[i] = weight;
    total += weight;
  }
  for (let i = 0; i < probabilities.length; i += 1) {
    probabilities[i] = (probabilities[i] ?? 0) / total;
  }
  return { grid, logWeights, logCorrections, probabilities };
}
