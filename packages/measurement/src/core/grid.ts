import { MeasurementError } from './errors.ts';

/** Equally spaced abilities at which curves and posteriors are tabulated. */
export interface AbilityGrid {
  readonly points: Float64Array;
  /** Distance between neighbours, in logits. */
  readonly step: number;
}

/**
 * A grid of `count` abilities from `min` to `max`, both included.
 *
 * Sums over an equally spaced grid converge exponentially for smooth densities that vanish at both
 * ends (Trefethen & Weideman 2014, SIAM Review 56, 385-458): for a normal of standard deviation s
 * the relative error is about 2·exp(-2π²(s/step)²), that is 5e-9 when s equals the step.
 */
export function createGrid(bounds: { min: number; max: number; count: number }): AbilityGrid {
  const { min, max, count } = bounds;
  if (!(Number.isInteger(count) && count >= 2 && Number.isFinite(max - min) && min < max)) {
    throw new MeasurementError(
      'invalid-argument',
      `A grid needs finite min < max and at least 2 points; got ${min}, ${max}, ${count}.`,
    );
  }
  return {
    points: Float64Array.from(
      { length: count },
      (_, i) => (min * (count - 1 - i) + max * i) / (count - 1),
    ),
    step: (max - min) / (count - 1),
  };
}

/**
 * -8 to 8 logits by 0.1: more than five standard deviations of the scale's prior on each side, and
 * exact to 1e-8 for any standard error above 0.1 (a sitting of 12 items ends near 0.5).
 */
export const standardGrid: AbilityGrid = createGrid({ min: -8, max: 8, count: 161 });
