import { MeasurementError } from '../core/errors.ts';
import { createGrid } from '../core/grid.ts';

/** Abilities of a N(0, 1) population with the share of it that each stands for. */
export interface Quadrature {
  readonly points: Float64Array;
  /** Sum to 1. */
  readonly weights: Float64Array;
  readonly logWeights: Float64Array;
}

/**
 * Equally spaced points over the standard normal population. What is left out beyond the ends, about
 * exp(-w²/2), and what falls between the points, about exp(-2π²(s/step)²) for a posterior of standard
 * deviation s (`createGrid`), are made to shrink together: w = 1.25·√(count - 1), and at most 8.
 * Throws `invalid-argument` for fewer than 5 points or more than 2,001.
 */
export function normalQuadrature(count: number): Quadrature {
  if (!(Number.isInteger(count) && count >= 5 && count <= 2001)) {
    throw new MeasurementError(
      'invalid-argument',
      `A quadrature needs 5 to 2001 points; got ${count}.`,
    );
  }
  const reach = Math.min(REACH, 1.25 * Math.sqrt(count - 1));
  const { points } = createGrid({ min: -reach, max: reach, count });
  const densities = points.map((point) => Math.exp((-point * point) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  const logTotal = Math.log(total);
  return {
    points,
    weights: densities.map((density) => density / total),
    logWeights: points.map((point) => (-point * point) / 2 - logTotal),
  };
}

/**
 * How many points leave no error that shows: a step no larger than the smallest posterior standard
 * deviation, 1/√(1 + information), where a sum over equally spaced points errs by 5e-9.
 */
export function pointsNeeded(largestInformation: number): number {
  const step = 1 / Math.sqrt(1 + largestInformation);
  return Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, 1 + 2 * Math.ceil(REACH / step)));
}

const REACH = 8;
const FEWEST_POINTS = 81;
const MOST_POINTS = 801;
