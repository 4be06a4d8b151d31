import { upperGamma } from './gamma.ts';

/** Probability that a chi-square variable with those degrees of freedom exceeds a value. */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, value / 2);
}

/** Probability that a standard normal variable exceeds a value: full precision far above 0 too. */
export function normalTail(value: number): number {
  const beyond = upperGamma(0.5, (value * value) / 2) / 2;
  return value >= 0 ? beyond : 1 - beyond;
}

/** Probability that a standard normal variable is at least as far from 0 as a value. */
export function twoSidedNormal(value: number): number {
  return upperGamma(0.5, (value * value) / 2);
}

/**
 * Probability that a variable of mean 0, variance 1 and the given skewness is at or below a value,
 * by the Pearson type III (shifted gamma) distribution with those three moments; the normal
 * distribution where there is next to no skewness.
 */
export function skewedLowerTail(value: number, skewness: number): number {
  if (Math.abs(skewness) < 0.02) return normalTail(-value);
  const shape = 4 / skewness ** 2;
  const onGamma = shape + Math.sqrt(shape) * Math.sign(skewness) * value;
  const above = upperGamma(shape, onGamma);
  return skewness < 0 ? above : 1 - above;
}
