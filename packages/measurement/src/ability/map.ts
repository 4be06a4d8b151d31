import { MeasurementError } from '../core/errors.ts';
import { checkedAnswers, LARGEST_ABILITY, likelihoodSlope } from './likelihood-slope.ts';
import type { Observation } from './observation.ts';
import type { NormalPrior } from './posterior.ts';
import { findSummit, hasOneSummit } from './summit.ts';

/**
 * Ability at the mode of the posterior under a normal prior (maximum a posteriori; Samejima 1969,
 * Psychometrika Monograph 17), in logits. Its standard error is that of a normal with the mode's
 * curvature: 1/√(observed information + prior precision).
 *
 * Throws `invalid-argument` for an item, a score or a prior outside its domain.
 */
export function mapAbility(
  observations: readonly Observation[],
  prior: NormalPrior,
): { ability: number; standardError: number } {
  if (!(prior.sd > 0 && Math.abs(prior.mean) < LARGEST_ABILITY)) {
    throw new MeasurementError(
      'invalid-argument',
      `A prior needs sd > 0 and its mean within ±${LARGEST_ABILITY}; got mean ${prior.mean}, sd ${prior.sd}.`,
    );
  }
  const answers = checkedAnswers(observations);
  const precision = 1 / prior.sd ** 2;
  const slope = (ability: number) => {
    const { first, second } = likelihoodSlope(answers, ability);
    return {
      value: first - (ability - prior.mean) * precision,
      curvature: second - precision,
    };
  };
  const summit = findSummit(slope, LARGEST_ABILITY, hasOneSummit(answers));
  if (summit.kind !== 'inside') {
    throw new MeasurementError(
      'invalid-argument',
      `The mode lies beyond ±${LARGEST_ABILITY}: the prior is too wide for these answers.`,
    );
  }
  const { ability } = summit;
  return { ability, standardError: 1 / Math.sqrt(-slope(ability).curvature) };
}
