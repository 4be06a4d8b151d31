import { normalTail } from '../checks/numeric/tails.ts';
import { MeasurementError } from '../core/errors.ts';
import type { AbilityEstimate } from './eap.ts';

type Measured = Pick<AbilityEstimate, 'ability' | 'standardError'>;

/** From which probability on a change is called one. */
export const SURE_OF_A_CHANGE = 0.8;

/** What two estimates of one ability, made at two times, say of how it changed. */
export interface AbilityChange {
  /** Later minus earlier, in logits. */
  difference: number;
  /** Of the difference, in logits. */
  standardError: number;
  /** The probability that the ability is higher at the later time than it was at the earlier. */
  probabilityOfRise: number;
  /** `unsure` where neither direction is probable enough to be called a change. */
  direction: 'rise' | 'fall' | 'unsure';
}

/**
 * How an ability changed between two sittings on one scale: d = m2 - m1, SE = sqrt(se1² + se2²),
 * P(rise) = Φ(d / SE), from the two posterior means and standard deviations. That is the Z of
 * adaptive measurement of change (Finkelman, Weiss & Kim-Kang 2010, Applied Psychological
 * Measurement 34, 238-254), read as a posterior probability.
 *
 * The two count as independent, which errs on the side of saying nothing. Where the second prior
 * was built from the first sitting, m2 is drawn towards m1, so that d is smaller than what the
 * answers alone would give; and m1 and m2 then err together, so that the variance of d lacks a term
 * -2 cov(m1, m2) that would have made it smaller. Of pupils who did not change, fewer than one in
 * five is therefore called a rise, and fewer than one in five a fall: `change.test.ts` counts them.
 * What it does not see: the first estimate of a very weak or very strong pupil was drawn towards the
 * mean of all, and later ones drift away from that mean again. Over all pupils that evens out; of
 * those who did not change and are two standard deviations below it, up to three in ten may be
 * called a fall.
 *
 * Throws `invalid-argument` where a standard error is not above 0.
 */
export function changeOf(earlier: Measured, later: Measured): AbilityChange {
  if (!(earlier.standardError > 0 && later.standardError > 0)) {
    throw new MeasurementError(
      'invalid-argument',
      `A change needs standard errors above 0; got ${earlier.standardError} and ${later.standardError}.`,
    );
  }
  const difference = later.ability - earlier.ability;
  const standardError = Math.hypot(earlier.standardError, later.standardError);
  const probabilityOfRise = normalTail(-difference / standardError);
  return {
    difference,
    standardError,
    probabilityOfRise,
    direction: directionOf(probabilityOfRise),
  };
}

function directionOf(probabilityOfRise: number): AbilityChange['direction'] {
  if (probabilityOfRise >= SURE_OF_A_CHANGE) return 'rise';
  return 1 - probabilityOfRise >= SURE_OF_A_CHANGE ? 'fall' : 'unsure';
}
