import { checkedAnswers, LARGEST_ABILITY, likelihoodSlope } from './likelihood-slope.ts';
import { beyond, type PriorFreeAbility } from './ml.ts';
import type { Observation } from './observation.ts';
import { findSummit } from './summit.ts';

/**
 * Weighted likelihood estimate (Warm 1989, Psychometrika 54, 427-450): the root of
 * Σ P'/P + J/(2I), with J = Σ P'·P''/P and I = Σ P'²/P over the scores of all items answered, which
 * takes the first-order bias out of maximum likelihood; for items of several points as Samejima
 * (1993) and Penfield & Bergeron (2005, Applied Psychological Measurement 29, 218-233) extend it.
 * All right or all wrong has a finite estimate. Its standard error is the asymptotic 1/√I.
 *
 * Of several roots, the one that the weighted likelihood favours. Throws `invalid-argument` for an
 * item or a score outside its domain.
 */
export function wleAbility(observations: readonly Observation[]): PriorFreeAbility {
  const answers = checkedAnswers(observations);
  if (answers.length === 0) return { kind: 'unanswered' };
  const summit = findSummit(
    (ability) => {
      const { first, information, bias } = likelihoodSlope(answers, ability);
      return { value: first + bias / (2 * information), curvature: -information };
    },
    LARGEST_ABILITY,
    false,
  );
  if (summit.kind !== 'inside') return beyond(summit.kind);
  const { information } = likelihoodSlope(answers, summit.ability);
  return { kind: 'estimate', ability: summit.ability, standardError: 1 / Math.sqrt(information) };
}
