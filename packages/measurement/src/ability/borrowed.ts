import { MeasurementError } from '../core/errors.ts';

/**
 * Which share of an estimate's precision (1 / standard error²) came from other competences, 0 to 1:
 * (1/prior² - 1/priorAlone²)·standardError², where `priorSd` is the standard deviation that the
 * sitting began with, and `priorAloneSd` what it would have been by what was known of the competence
 * itself. Precisions of independent pieces of normal evidence add up, so the rest is the
 * competence's own: its responses, its earlier results, and what is known of anyone.
 * Throws `invalid-argument` where one of them is not positive.
 */
export function borrowedShare({
  priorSd,
  priorAloneSd,
  standardError,
}: {
  priorSd: number;
  priorAloneSd: number;
  standardError: number;
}): number {
  if (!(priorSd > 0 && priorAloneSd > 0 && standardError > 0)) {
    throw new MeasurementError(
      'invalid-argument',
      `Standard deviations are positive; got ${priorSd}, ${priorAloneSd}, ${standardError}.`,
    );
  }
  const share = (1 / priorSd ** 2 - 1 / priorAloneSd ** 2) * standardError ** 2;
  return Math.min(1, Math.max(0, share));
}
