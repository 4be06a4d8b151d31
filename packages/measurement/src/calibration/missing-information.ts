import type { CategoryTable } from './curves.ts';
import type { Expected } from './expected-counts.ts';
import type { FreeParameters } from './free-parameters.ts';
import { type ItemPlace, itemPlaces } from './item-places.ts';
import { subtractMeanProducts } from './mean-products.ts';
import type { Quadrature } from './quadrature.ts';
import type { Patterns } from './responses.ts';

/**
 * What is lost by not seeing the abilities: Σ_p w_p·Cov(S_p | answers of p), where S_p is the
 * gradient that pattern p would give at a known ability (Louis 1982, J. R. Stat. Soc. B 44,
 * 226-233). Expected complete information minus this is the observed information of the marginal
 * likelihood, exactly; symmetric, row by row.
 */
export function missingInformation(
  patterns: Patterns,
  table: CategoryTable,
  expected: Expected,
  quadrature: Quadrature,
  free: FreeParameters,
): Float64Array {
  const matrix = new Float64Array(free.count * free.count);
  addSecondMoments(matrix, patterns, table, expected, quadrature, free);
  subtractMeanProducts(matrix, patterns, table, expected, quadrature, free);
  return matrix;
}

/** Σ_p w_p·E[S Sᵀ], through the persons who gave each pair of answers at each point. */
function addSecondMoments(
  matrix: Float64Array,
  patterns: Patterns,
  { probabilities }: CategoryTable,
  { posteriors }: Expected,
  { points }: Quadrature,
  free: FreeParameters,
): void {
  const width = points.length;
  const { firstCategory } = patterns;
  const items = itemPlaces(firstCategory, free);
  const total = firstCategory.at(-1) ?? 0;
  const pairs = new Float64Array(total * total);
  const own = new Float64Array(total);
  const largest = items.reduce((most, { size }) => Math.max(most, size), 0);
  const block = new Float64Array(largest * largest);
  for (let q = 0; q < width; q += 1) {
    for (let c = 0; c < total; c += 1) own[c] = probabilities[c * width + q] ?? 0;
    countPairs(pairs.fill(0), total, patterns, posteriors, q, width);
    for (const [j, one] of items.entries()) {
      for (let k = j; k < items.length; k += 1) {
        const other = items[k];
        if (!other) continue;
        centre(block, pairs, total, own, points[q] ?? 0, one, other);
        spread(matrix, free.count, block, one, other);
      }
    }
  }
}

/** Persons at one point who gave both answers, the earlier item's in the rows. */
function countPairs(
  pairs: Float64Array,
  total: number,
  { weights, starts, categories }: Patterns,
  posteriors: Float64Array,
  q: number,
  width: number,
): void {
  for (let p = 0; p < weights.length; p += 1) {
    const share = posteriors[p * width + q] ?? 0;
    if (share < NEGLIGIBLE_SHARE) continue;
    const persons = (weights[p] ?? 0) * share;
    const end = starts[p + 1] ?? 0;
    for (let i = starts[p] ?? 0; i < end; i += 1) {
      const row = (categories[i] ?? 0) * total;
      for (let k = i; k < end; k += 1) {
        const at = row + (categories[k] ?? 0);
        pairs[at] = (pairs[at] ?? 0) + persons;
      }
    }
  }
}

/**
 * Into `block`: second moments of (a, c_1 … c_m) of two items at one point, which are those of the
 * indicators of the scores less their probabilities.
 */
function centre(
  block: Float64Array,
  pairs: Float64Array,
  total: number,
  own: Float64Array,
  point: number,
  one: ItemPlace,
  other: ItemPlace,
): void {
  block.fill(0, 0, one.size * other.size);
  let all = 0;
  for (let c = 0; c < one.size; c += 1) {
    const row = (one.first + c) * total + other.first;
    let sum = 0;
    for (let d = 0; d < other.size; d += 1) sum += pairs[row + d] ?? 0;
    for (let d = 1; d < other.size; d += 1) {
      const value = (pairs[row + d] ?? 0) - (own[other.first + d] ?? 0) * sum;
      block[c * other.size + d] = value;
      block[d] = (block[d] ?? 0) + (c === 0 ? 0 : value);
    }
    all += sum;
  }
  if (all === 0) return;
  // Row 0 now holds the column sums; it becomes the slope's once all rows are centred by them.
  for (let d = 1; d < other.size; d += 1) {
    const columnSum = block[d] ?? 0;
    let slope = 0;
    for (let c = 1; c < one.size; c += 1) {
      const at = c * other.size + d;
      const value = (block[at] ?? 0) - (own[one.first + c] ?? 0) * columnSum;
      block[at] = value;
      slope += c * value;
      block[c * other.size] = (block[c * other.size] ?? 0) + point * d * value;
    }
    block[d] = point * slope;
    block[0] = (block[0] ?? 0) + point * point * d * slope;
  }
}

/** Off the diagonal, a block stands for itself and its transpose. */
function spread(
  matrix: Float64Array,
  count: number,
  block: Float64Array,
  one: ItemPlace,
  other: ItemPlace,
): void {
  for (let c = 0; c < one.size; c += 1) {
    const row = one.places[c] ?? -1;
    if (row < 0) continue;
    for (let d = 0; d < other.size; d += 1) {
      const column = other.places[d] ?? -1;
      if (column < 0) continue;
      const value = block[c * other.size + d] ?? 0;
      matrix[row * count + column] = (matrix[row * count + column] ?? 0) + value;
      if (one === other) continue;
      matrix[column * count + row] = (matrix[column * count + row] ?? 0) + value;
    }
  }
}

const NEGLIGIBLE_SHARE = 1e-10;
