import type { Posterior } from '../ability/posterior.ts';
import { flatSite, marginalWithout } from './gaussian.ts';
import type { JointModel } from './model.ts';
import type { JointState } from './state.ts';

/** A competence's marginal on the grid, and what it was made from. */
export interface ExactMarginal {
  readonly posterior: Posterior;
  /** What prior and other competences say of it together, as a deviation from the prior mean. */
  readonly cavity: { readonly mean: number; readonly variance: number };
  /** Mean of the marginal, as a deviation from the prior mean, and its variance. */
  readonly deviation: number;
  readonly variance: number;
}

/**
 * The estimate made apart, its own prior replaced by what prior and other sites say together. The
 * own likelihood is in it exactly, as it was added up.
 *
 * Every response passes through here: the moments are taken on the way, and no table is copied that
 * stays the same.
 */
export function exactMarginal(state: JointState, index: number): ExactMarginal {
  const { model, joint, sites } = state;
  const { points } = model.grid;
  const apart = state.alone[index];
  if (apart === undefined) throw new RangeError(`The state has no competence ${index}.`);
  const cavity = marginalWithout(joint, index, sites[index] ?? flatSite);
  const prior = model.prior.means[index] ?? Number.NaN;
  const priorPrecision = 1 / (model.prior.sds[index] ?? Number.NaN) ** 2;
  const precision = 1 / Math.max(cavity.variance, leastVariance(model));
  const { logCorrections } = apart;
  const logWeights = new Float64Array(points.length);
  let largest = -Infinity;
  for (let i = 0; i < logWeights.length; i += 1) {
    const deviation = (points[i] ?? Number.NaN) - prior;
    const fromBelief = deviation - cavity.mean;
    const replaced = deviation * deviation * priorPrecision - fromBelief * fromBelief * precision;
    const weight = (apart.logWeights[i] ?? Number.NaN) + replaced / 2;
    logWeights[i] = weight;
    if (weight > largest) largest = weight;
  }
  const probabilities = new Float64Array(points.length);
  let total = 0;
  let first = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const logWeight = (logWeights[i] ?? Number.NaN) - largest + (logCorrections[i] ?? Number.NaN);
    const weight = Math.exp(logWeight);
    probabilities[i] = weight;
    total += weight;
    first += weight * (points[i] ?? Number.NaN);
  }
  const mean = first / total;
  let variance = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const probability = (probabilities[i] ?? Number.NaN) / total;
    const deviation = (points[i] ?? Number.NaN) - mean;
    probabilities[i] = probability;
    variance += probability * deviation * deviation;
  }
  const posterior = { grid: model.grid, logWeights, logCorrections, probabilities };
  return { posterior, cavity, deviation: mean - prior, variance };
}

/** That of half a grid step: what lies closer together a grid does not tell apart. */
export const leastVariance = ({ grid }: JointModel): number => (grid.step / 2) ** 2;
