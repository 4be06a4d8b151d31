/** Steps that a figure in logits is rounded to. */
const STEPS = [0.01, 0.02, 0.05, 0.1];
const COARSEST = 0.1;

/**
 * A mean over pupils, rounded so that their sum is known no closer than to one logit, about what one
 * pupil's result is known to: what one pupil more or less does to a mean is not told by it.
 */
export function roundMean(value: number, pupils: number): number {
  const step = STEPS.find((one) => one * pupils >= 1) ?? COARSEST;
  return tidy(Math.round(value / step) * step);
}

/** A standard error or a deviation, to the hundredth. */
export const roundError = (value: number): number => tidy(Math.round(value * 100) / 100);

/** Rid of what binary fractions leave behind, and of minus zero. */
const tidy = (value: number): number => Number(value.toFixed(2)) + 0;
