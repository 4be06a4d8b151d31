import type { CategoryTable } from './curves.ts';
import type { Expected } from './expected-counts.ts';
import type { FreeParameters } from './free-parameters.ts';
import { type ItemPlace, itemPlaces } from './item-places.ts';
import type { Quadrature } from './quadrature.ts';
import type { Patterns } from './responses.ts';

/** Takes Σ_p w_p·E[S_p] E[S_p]ᵀ away from a symmetric matrix over the free parameters. */
export function subtractMeanProducts(
  matrix: Float64Array,
  { weights, starts, categories, firstCategory }: Patterns,
  table: CategoryTable,
  { posteriors }: Expected,
  { points }: Quadrature,
  free: FreeParameters,
): void {
  const width = points.length;
  const { count } = free;
  const items = itemPlaces(firstCategory, free);
  const itemOf = new Int32Array(firstCategory.at(-1) ?? 0);
  items.forEach(({ first, size }, item) => itemOf.fill(item, first, first + size));
  const mean = new Float64Array(count);
  const touched = new Int32Array(count);
  for (let p = 0; p < weights.length; p += 1) {
    mean.fill(0);
    const posterior = posteriors.subarray(p * width, (p + 1) * width);
    for (let i = starts[p] ?? 0; i < (starts[p + 1] ?? 0); i += 1) {
      const category = categories[i] ?? 0;
      const item = items[itemOf[category] ?? 0];
      if (item) addMeans(mean, item, category, table.probabilities, posterior, points);
    }
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      if (mean[at] === 0) continue;
      touched[kept] = at;
      kept += 1;
    }
    const weight = weights[p] ?? 0;
    for (let i = 0; i < kept; i += 1) {
      const row = touched[i] ?? 0;
      const weighed = weight * (mean[row] ?? 0);
      for (let k = 0; k < kept; k += 1) {
        const column = touched[k] ?? 0;
        const at = row * count + column;
        matrix[at] = (matrix[at] ?? 0) - weighed * (mean[column] ?? 0);
      }
    }
  }
}

/** Adds E[S] of one answer: the indicator of each score less its probability, averaged. */
function addMeans(
  mean: Float64Array,
  { first, size, places }: ItemPlace,
  category: number,
  probabilities: Float64Array,
  posterior: Float64Array,
  points: Float64Array,
): void {
  const slopeAt = places[0] ?? -1;
  for (let x = 1; x < size; x += 1) {
    const row = (first + x) * points.length;
    const indicator = first + x === category ? 1 : 0;
    let own = 0;
    let weighed = 0;
    for (let q = 0; q < points.length; q += 1) {
      const share = posterior[q] ?? 0;
      if (share === 0) continue;
      const term = share * (indicator - (probabilities[row + q] ?? 0));
      own += term;
      weighed += term * (points[q] ?? 0);
    }
    const at = places[x] ?? -1;
    mean[at] = own;
    if (slopeAt >= 0) mean[slopeAt] = (mean[slopeAt] ?? 0) + x * weighed;
  }
}
