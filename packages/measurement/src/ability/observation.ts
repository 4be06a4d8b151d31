import { MeasurementError } from '../core/errors.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';

/** One scored answer: points earned, out of those the item is scored out of. */
export interface Observation {
  readonly item: ItemParameters | CompiledItem;
  /**
   * A whole number from 0 to the item's `maxScore`. For an item scored right or wrong also a
   * fraction between 0 and 1: see `updatePosterior`.
   */
  readonly score: number;
}

/**
 * The two curves that a fraction lies between. Throws `invalid-argument` for a score that the item
 * does not give.
 */
export function fractional(item: CompiledItem, score: number) {
  const [wrong, right] = item.logProbabilities;
  if (item.maxScore === 1 && score >= 0 && score <= 1 && wrong && right) return { wrong, right };
  throw new MeasurementError(
    'invalid-argument',
    `A score must be a whole number from 0 to ${item.maxScore}; got ${score}.`,
  );
}
