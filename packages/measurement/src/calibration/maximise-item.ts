import { cholesky } from '../joint/cholesky.ts';
import { type ItemLikelihood, itemLikelihood } from './item-likelihood.ts';
import { solveFactored } from './positive-definite.ts';
import { type ItemPriors, priorLikelihood } from './priors.ts';

/** The slope and intercepts of one item. */
export interface ItemSlopes {
  readonly slope: number;
  readonly intercepts: Float64Array;
}

/** Expected log-likelihood plus log prior of one item. */
export function penalised(
  item: ItemSlopes,
  counts: Float64Array,
  points: Float64Array,
  priors: ItemPriors,
): ItemLikelihood {
  const prior = priorLikelihood(priors, item.slope, item.intercepts);
  const data = itemLikelihood(item.slope, item.intercepts, counts, points);
  return {
    value: data.value + prior.value,
    gradient: data.gradient.map((term, i) => term + (prior.gradient[i] ?? 0)),
    information: data.information.map((term, i) => term + (prior.information[i] ?? 0)),
  };
}

/**
 * The item that expected counts make most likely: the M step, by Newton's method with halved steps.
 * Where the slope is not free, it stays as it is.
 */
export function maximiseItem(
  start: ItemSlopes,
  counts: Float64Array,
  points: Float64Array,
  priors: ItemPriors,
  slopeIsFree: boolean,
): ItemSlopes {
  let item = start;
  let now = penalised(item, counts, points, priors);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const direction = newtonDirection(now, slopeIsFree);
    const gain = direction.reduce((sum, term, i) => sum + term * (now.gradient[i] ?? 0), 0);
    if (!(gain > SMALLEST_GAIN)) return item;
    let better: { item: ItemSlopes; likelihood: ItemLikelihood } | undefined;
    for (let length = 1; length > SHORTEST && !better; length /= 2) {
      const next = {
        slope: item.slope + length * (direction[0] ?? 0),
        intercepts: item.intercepts.map((c, x) => (x === 0 ? 0 : c + length * (direction[x] ?? 0))),
      };
      const likelihood = penalised(next, counts, points, priors);
      if (likelihood.value > now.value) better = { item: next, likelihood };
    }
    if (!better) return item;
    item = better.item;
    now = better.likelihood;
  }
  return item;
}

/** Newton's step; where the curvature is not that of a summit, its diagonal is raised until it is. */
function newtonDirection(
  { gradient, information }: ItemLikelihood,
  slopeIsFree: boolean,
): Float64Array {
  const size = gradient.length;
  const from = slopeIsFree ? 0 : 1;
  const kept = size - from;
  const direction = new Float64Array(size);
  for (let ridge = 0; ridge < 1e9; ridge = ridge === 0 ? 1e-6 : ridge * 10) {
    const matrix = new Float64Array(kept * kept);
    for (let i = 0; i < kept; i += 1) {
      for (let j = 0; j < kept; j += 1) {
        matrix[i * kept + j] = information[(i + from) * size + j + from] ?? 0;
      }
      const at = i * kept + i;
      matrix[at] = (matrix[at] ?? 0) + ridge * (1 + Math.abs(matrix[at] ?? 0));
    }
    const lower = cholesky(matrix, kept);
    if (!lower) continue;
    direction.set(solveFactored(lower, gradient.subarray(from)), from);
    return direction;
  }
  return direction;
}

const MOST_ROUNDS = 12;
const SMALLEST_GAIN = 1e-10;
const SHORTEST = 1e-6;
