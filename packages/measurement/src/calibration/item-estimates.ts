import type { ItemParameters } from '../models/item-parameters.ts';
import type { Summit } from './climb.ts';
import { placesOf } from './free-parameters.ts';
import { type ItemSlopes, maximiseItem } from './maximise-item.ts';
import { inverse } from './positive-definite.ts';
import { itemAt, type Surface } from './surface.ts';

/** An item's parameters as estimated; a standard error is `undefined` where there is none. */
export interface CalibratedItem {
  readonly discrimination: number;
  readonly discriminationSe: number | undefined;
  /** Difficulty of each step, in logits: one for an item scored right or wrong. */
  readonly steps: readonly number[];
  readonly stepSes: readonly (number | undefined)[];
  /** Whether the answers told something of it: at least two of its scores were seen. */
  readonly told: boolean;
}

/**
 * Parameters and standard errors of all items, by the delta method from (a, c) to (a, b).
 * `identified` is false where the information cannot be inverted: then no item has standard errors.
 */
export function calibratedItems(
  surface: Surface,
  { place, free, information }: Summit,
  counts: readonly Float64Array[],
  telling: readonly number[],
): { items: CalibratedItem[]; identified: boolean } {
  const covariance = inverse(information, free.count);
  const items = counts.map((ofItem, item) => {
    const i = telling.indexOf(item);
    if (i < 0) return untold(ofItem, surface);
    const estimate = itemAt(surface, place.at, i);
    const places = placesOf(i, surface.patterns.firstCategory, free);
    const steps = stepsOf(estimate);
    const slope = bounded(estimate.slope);
    const variance = (moves: readonly [number, number][]) =>
      covariance && quadraticForm(covariance, free.count, moves);
    return {
      discrimination: slope,
      discriminationSe: (places[0] ?? -1) < 0 ? undefined : root(variance([[places[0] ?? -1, 1]])),
      steps,
      stepSes: steps.map((step, k) =>
        root(
          variance([
            [places[0] ?? -1, -step / slope],
            [k === 0 ? -1 : (places[k] ?? -1), 1 / slope],
            [places[k + 1] ?? -1, -1 / slope],
          ]),
        ),
      ),
      told: true,
    };
  });
  return { items, identified: covariance !== undefined };
}

/** The item as the rest of the package takes it, without uncertainty; `discrimination` must be positive. */
export function parametersOf({ discrimination, steps }: CalibratedItem): ItemParameters {
  const [only] = steps;
  return steps.length === 1 && only !== undefined
    ? { discrimination, difficulty: only, difficultySd: 0 }
    : { discrimination, steps, difficultySd: 0 };
}

/**
 * An item of one score seen has its maximum at infinity. What is given instead is where it would lie
 * at discrimination 1 if each score not seen had been given by half an average person.
 */
function untold(counts: Float64Array, { quadrature }: Surface): CalibratedItem {
  const start = { slope: 1, intercepts: new Float64Array(counts.length) };
  const width = quadrature.points.length;
  const spread = new Float64Array(counts.length * width);
  counts.forEach((n, x) => {
    quadrature.weights.forEach((weight, q) => {
      spread[x * width + q] = weight * (n > 0 ? n : 0.5);
    });
  });
  const steps = stepsOf(maximiseItem(start, spread, quadrature.points, {}, false));
  return {
    discrimination: 1,
    discriminationSe: undefined,
    steps,
    stepSes: steps.map(() => undefined),
    told: false,
  };
}

function stepsOf({ slope, intercepts }: ItemSlopes): number[] {
  return Array.from(intercepts.subarray(1), (c, k) => ((intercepts[k] ?? 0) - c) / bounded(slope));
}

/** Keeps a slope of nothing from making a difficulty of infinity. */
const bounded = (slope: number) =>
  Math.abs(slope) >= SMALLEST_SLOPE ? slope : slope < 0 ? -SMALLEST_SLOPE : SMALLEST_SLOPE;

export const SMALLEST_SLOPE = 1e-4;

function quadraticForm(
  matrix: Float64Array,
  count: number,
  moves: readonly [number, number][],
): number {
  let sum = 0;
  for (const [row, left] of moves) {
    for (const [column, right] of moves) {
      if (row >= 0 && column >= 0) sum += left * right * (matrix[row * count + column] ?? 0);
    }
  }
  return sum;
}

const root = (variance: number | undefined) =>
  variance === undefined ? undefined : Math.sqrt(Math.max(0, variance));
