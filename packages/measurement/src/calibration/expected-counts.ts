import type { Quadrature } from './quadrature.ts';
import type { Patterns } from './responses.ts';

/** What the answers tell under given curves: the E step of Bock & Aitkin (1981). */
export interface Expected {
  /** Marginal log-likelihood of all answers. */
  readonly logLikelihood: number;
  /** Expected persons of each category (rows) at each point (columns). */
  readonly counts: Float64Array;
  /** The posterior of each pattern (rows) over the points (columns). */
  readonly posteriors: Float64Array;
}

/**
 * One pass over the patterns. The arrays of `reuse`, an earlier result that is not needed any more,
 * are overwritten: an estimation makes dozens of passes.
 */
export function expectedCounts(
  patterns: Patterns,
  logProbabilities: Float64Array,
  { logWeights }: Quadrature,
  reuse?: Expected,
): Expected {
  const width = logWeights.length;
  const { weights, starts, categories } = patterns;
  const counts = reuse?.counts.fill(0) ?? new Float64Array(logProbabilities.length);
  const posteriors = reuse?.posteriors ?? new Float64Array(weights.length * width);
  const log = new Float64Array(width);
  let logLikelihood = 0;
  for (let p = 0; p < weights.length; p += 1) {
    const weight = weights[p] ?? 0;
    const start = starts[p] ?? 0;
    const end = starts[p + 1] ?? 0;
    log.set(logWeights);
    for (let i = start; i < end; i += 1) {
      const row = (categories[i] ?? 0) * width;
      for (let q = 0; q < width; q += 1) log[q] = (log[q] ?? 0) + (logProbabilities[row + q] ?? 0);
    }
    let largest = -Infinity;
    for (let q = 0; q < width; q += 1) largest = Math.max(largest, log[q] ?? 0);
    let total = 0;
    let low = width;
    let high = 0;
    for (let q = 0; q < width; q += 1) {
      const depth = (log[q] ?? 0) - largest;
      const density = depth < -NEGLIGIBLE ? 0 : Math.exp(depth);
      log[q] = density;
      if (density === 0) continue;
      total += density;
      low = Math.min(low, q);
      high = q;
    }
    logLikelihood += weight * (largest + Math.log(total));
    for (let q = 0; q < width; q += 1) {
      const share = (log[q] ?? 0) / total;
      posteriors[p * width + q] = share;
      log[q] = weight * share;
    }
    for (let i = start; i < end; i += 1) {
      const row = (categories[i] ?? 0) * width;
      for (let q = low; q <= high; q += 1) counts[row + q] = (counts[row + q] ?? 0) + (log[q] ?? 0);
    }
  }
  return { logLikelihood, counts, posteriors };
}

/** exp(-42) is below the rounding of the sum it would be added to. */
const NEGLIGIBLE = 42;
