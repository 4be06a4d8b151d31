import { MeasurementError } from '../core/errors.ts';
import type { NormalPrior } from './posterior.ts';

/** What an earlier sitting ended with, and how long ago. */
export interface PreviousEstimate {
  readonly ability: number;
  readonly standardError: number;
  /** Days from that sitting to the one that starts. */
  readonly daysSince: number;
}

/** How far an ability may have moved since it was measured. */
export interface Growth {
  /** Standard deviation of the change over one year, in logits. */
  readonly sdPerYear: number;
}

const DAYS_PER_YEAR = 365.25;

/**
 * The prior of a new sitting from the posterior of the last one.
 *
 * The ability is taken to walk at random between sittings: its mean stays, its variance grows by
 * `sdPerYear`² a year (the prediction step of Kalman 1960 for a local level model). No growth is
 * assumed, only less and less certainty, up to the scale's own prior: old evidence never counts for
 * less than none. Under a random walk many short gaps and one long gap widen the same.
 *
 * Throws `invalid-argument` for a negative time, growth or standard error.
 */
export function carryPrior(
  previous: PreviousEstimate,
  scalePrior: NormalPrior,
  growth: Growth,
): NormalPrior {
  const { ability, standardError, daysSince } = previous;
  if (!(
    daysSince >= 0 &&
    standardError >= 0 &&
    growth.sdPerYear >= 0 &&
    Number.isFinite(ability)
  )) {
    throw new MeasurementError(
      'invalid-argument',
      `Carrying an estimate needs daysSince, standardError and sdPerYear >= 0; got ${daysSince}, ${standardError}, ${growth.sdPerYear}.`,
    );
  }
  const variance = standardError ** 2 + (growth.sdPerYear ** 2 * daysSince) / DAYS_PER_YEAR;
  return { mean: ability, sd: Math.min(scalePrior.sd, Math.sqrt(variance)) };
}
