import type { AbilityGrid } from '../core/grid.ts';
import { compiledOn, type CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import type { Posterior } from '../ability/posterior.ts';
import { bankedTogether, bankValues, isBanked } from './bank.ts';
import type { GridWeights } from './grid-weights.ts';

/**
 * How much an item would tell, as a weighted mean of its information curve: a criterion is where it
 * looks. What is not known of an item's difficulty is in its curve already, and so are its steps.
 */
export type Criterion = (posterior: Posterior) => GridWeights;

/** The weighted mean of a quantity tabulated on the grid. */
export function weightedMean(at: GridWeights, values: Float64Array): number {
  const { first, stride, weights } = at;
  let sum = 0;
  for (let j = 0, i = first; j < weights.length; j += 1, i += stride) {
    sum += (weights[j] ?? 0) * (values[i] ?? 0);
  }
  return sum;
}

/** What each item would tell, per square logit: at once where all are of one compiled bank. */
export function informationOfEach(
  candidates: readonly { readonly item: ItemParameters | CompiledItem }[],
  at: GridWeights,
  grid: AbilityGrid,
): Float64Array {
  const informations = new Float64Array(candidates.length);
  const bank = bankedTogether(candidates, grid);
  if (bank === null) {
    for (let c = 0; c < candidates.length; c += 1) {
      const item = candidates[c]?.item;
      if (item) informations[c] = weightedMean(at, compiledOn(item, grid).information);
    }
    return informations;
  }
  const values = bankValues(bank, at);
  for (let c = 0; c < candidates.length; c += 1) {
    const item = candidates[c]?.item;
    if (item && isBanked(item)) informations[c] = values[item.row] ?? 0;
  }
  return informations;
}
