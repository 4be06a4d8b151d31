import { checkedAnswers, LARGEST_ABILITY, likelihoodSlope } from './likelihood-slope.ts';
import type { Observation } from './observation.ts';
import { findSummit, hasOneSummit } from './summit.ts';

/**
 * An ability from the answers alone: an estimate; or where the answers only tell that it lies beyond
 * what they can measure (all right, all wrong), with the end of the range as a bound, and no standard
 * error since it would be infinite; or, without answers, nothing.
 */
export type PriorFreeAbility =
  | { readonly kind: 'estimate'; readonly ability: number; readonly standardError: number }
  | { readonly kind: 'unbounded'; readonly direction: 'above' | 'below'; readonly ability: number }
  | { readonly kind: 'unanswered' };

/**
 * Ability at the maximum of the likelihood (Birnbaum 1968; Lord 1980), in logits, with its asymptotic
 * standard error 1/√information. Answers whose likelihood still rises at ±20 logits are `unbounded`.
 *
 * Throws `invalid-argument` for an item or a score outside its domain.
 */
export function mlAbility(observations: readonly Observation[]): PriorFreeAbility {
  const answers = checkedAnswers(observations);
  if (answers.length === 0) return { kind: 'unanswered' };
  const summit = findSummit(
    (ability) => {
      const { first, second } = likelihoodSlope(answers, ability);
      return { value: first, curvature: second };
    },
    LARGEST_ABILITY,
    hasOneSummit(answers),
  );
  if (summit.kind !== 'inside') return beyond(summit.kind);
  const { information } = likelihoodSlope(answers, summit.ability);
  return { kind: 'estimate', ability: summit.ability, standardError: 1 / Math.sqrt(information) };
}

/** Beyond an end of the range. */
export const beyond = (direction: 'above' | 'below'): PriorFreeAbility => ({
  kind: 'unbounded',
  direction,
  ability: direction === 'above' ? LARGEST_ABILITY : -LARGEST_ABILITY,
});
