import type { NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { checkCompetence, type JointModel } from './model.ts';

/** What the responses of one finished sitting told of one competence, its prior taken out again. */
export interface EarlierSite {
  /** Its place in the model's order. */
  readonly competence: number;
  /** In logits; where the precision is tiny it may lie far off the scale. */
  readonly mean: number;
  /** 1 / variance, per square logit; 0 where the sitting told nothing. */
  readonly precision: number;
  /** Days from that sitting to the one that starts. */
  readonly daysSince: number;
}

/**
 * The site that a sitting left: the normal factor that leads from the prior it started with to the
 * ability and standard error it ended with (their precisions' difference). As the prior is taken out
 * whole, whatever it held, the sites of a pupil's sittings hold each response once.
 *
 * A sitting that ended no surer than it began tells nothing: precision 0.
 * Throws `invalid-argument` where a number is not finite, a standard error or sd is not positive, or
 * the time is negative.
 */
export function siteOfSitting(sitting: {
  readonly competence: number;
  readonly prior: NormalPrior;
  readonly ability: number;
  readonly standardError: number;
  readonly daysSince: number;
}): EarlierSite {
  const { competence, prior, ability, standardError, daysSince } = sitting;
  const numbers = [prior.mean, prior.sd, ability, standardError, daysSince];
  if (!(numbers.every(Number.isFinite) && prior.sd > 0 && standardError > 0 && daysSince >= 0)) {
    throw new MeasurementError(
      'invalid-argument',
      `A sitting needs prior.sd > 0, standardError > 0 and daysSince >= 0; got ${JSON.stringify(sitting)}.`,
    );
  }
  const precision = 1 / standardError ** 2 - 1 / prior.sd ** 2;
  if (precision <= 0) return { competence, mean: ability, precision: 0, daysSince };
  const shift = ability / standardError ** 2 - prior.mean / prior.sd ** 2;
  return { competence, mean: shift / precision, precision, daysSince };
}

/** Throws `invalid-argument` for an unknown competence or a number outside its domain. */
export function checkEarlierSite(model: JointModel, site: EarlierSite): void {
  checkCompetence(model, site.competence);
  const { mean, precision, daysSince } = site;
  const finite = [mean, precision, daysSince].every(Number.isFinite);
  if (finite && precision >= 0 && daysSince >= 0) return;
  throw new MeasurementError(
    'invalid-argument',
    `Earlier evidence needs a finite mean, precision >= 0 and daysSince >= 0; got ${JSON.stringify(site)}.`,
  );
}

/** One order for the same pieces, however they were listed: sums are then rounded alike. */
export const inOneOrder = (evidence: readonly EarlierSite[]): readonly EarlierSite[] =>
  evidence.toSorted(
    (a, b) =>
      a.competence - b.competence ||
      b.daysSince - a.daysSince ||
      a.precision - b.precision ||
      a.mean - b.mean,
  );
