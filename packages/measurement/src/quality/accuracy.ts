import { levelFromProbabilities } from '../ability/levels.ts';
import type { QualitySitting } from './sitting.ts';

/** How well a test measures those who took it. */
export interface Accuracy {
  readonly pupils: number;
  /** The share of what estimates vary by that is not error, 0 to 1. */
  readonly reliability: number;
  /** Mean probability of the level that was given. */
  readonly exact: number;
  /** Mean probability of that level or a neighbour of it. */
  readonly withinOne: number;
  /** How often a second measure like the first would give the same level. */
  readonly consistency: number;
}

/**
 * How well pupils were measured, from their latest results; `null` of none.
 *
 * Reliability is marginal: 1 - mean error variance / total variance (Green, Bock, Humphreys, Linn &
 * Reckase 1984, Journal of Educational Measurement 21, 347-360), where the total is the variance of
 * the estimates and the mean error variance together, as estimates are drawn to the mean (Bock &
 * Mislevy 1982). Classification is judged from each pupil's own probabilities of the levels: accuracy
 * is the mean probability of the level given (Rudner 2001, 2005), consistency the mean of Σ p², the
 * chance that two draws from them agree (Lee 2010, Journal of Educational Measurement 47, 1-17).
 *
 * All of it believes the model: where items misfit, it says too much.
 */
export function accuracyOf(sittings: readonly QualitySitting[]): Accuracy | null {
  const latest = sittings.flatMap(({ levels, ability, standardError }) =>
    levels === null ? [] : [{ ability, standardError, report: levelFromProbabilities(levels) }],
  );
  if (latest.length === 0) return null;
  const mean = (of: (one: (typeof latest)[number]) => number) =>
    latest.reduce((sum, one) => sum + of(one), 0) / latest.length;
  const middle = mean(({ ability }) => ability);
  const spread = mean(({ ability }) => (ability - middle) ** 2);
  const error = mean(({ standardError }) => standardError ** 2);
  return {
    pupils: latest.length,
    reliability: spread + error > 0 ? spread / (spread + error) : 0,
    exact: mean(({ report }) => report.probability),
    withinOne: mean(({ report }) => report.withinOne),
    consistency: mean(({ report }) => report.probabilities.reduce((sum, p) => sum + p * p, 0)),
  };
}
