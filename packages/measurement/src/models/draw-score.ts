import type { Random } from '../core/random.ts';
import type { ItemParameters } from './item-parameters.ts';
import { curvesAt } from './response-curves.ts';

/**
 * A score drawn at an ability, of an item whose difficulties lie `shift` logits above their means.
 * Takes one number of the source.
 */
export function drawScore(
  item: ItemParameters,
  ability: number,
  shift: number,
  random: Random,
): number {
  const { probabilities } = curvesAt(item, ability, shift);
  let left = random.next();
  for (let score = probabilities.length - 1; score > 0; score -= 1) {
    left -= probabilities[score] ?? 0;
    if (left < 0) return score;
  }
  return 0;
}
