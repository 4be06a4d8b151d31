import type { AbilityGrid } from '../core/grid.ts';
import { compiledOn } from '../models/compiled-item.ts';
import type { Posterior } from '../ability/posterior.ts';
import { bankValues } from './bank.ts';
import type { GridWeights } from './grid-weights.ts';
import type { CandidatePool } from './pool.ts';

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

/**
 * The weighted mean of a curve of each candidate that is left, by its place: at once where all are
 * of one compiled bank. It stands in the pool's room or the bank's, until the next call for that curve.
 */
export function meanOfEach(
  curve: 'information' | 'expectedShare',
  { candidates, left, bank, rows, room }: CandidatePool,
  at: GridWeights,
  grid: AbilityGrid,
): Float64Array {
  const means = room[curve];
  // A few candidates of a large bank are quicker to read one by one.
  if (bank?.grid === grid && left.length * 4 >= bank.items) {
    const values = bankValues(bank, curve, at);
    if (rows === null) return values;
    for (let k = 0; k < left.length; k += 1) {
      const place = left[k] ?? 0;
      means[place] = values[rows[place] ?? 0] ?? 0;
    }
    return means;
  }
  for (const place of left) {
    const item = candidates[place]?.item;
    if (item) means[place] = weightedMean(at, compiledOn(item, grid)[curve]);
  }
  return means;
}
