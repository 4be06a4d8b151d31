import type { Growth } from '../ability/carry.ts';
import type { NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { cholesky, dot, solveLower } from './cholesky.ts';
import { checkEarlierSite, inOneOrder, type EarlierSite } from './earlier-site.ts';
import { checkCompetence, createJointModel, type JointModel } from './model.ts';
import { precisionShare } from './share.ts';

/** What a new sitting in one competence starts from. */
export interface EvidencePrior {
  readonly prior: NormalPrior;
  /** What it would start from without what was learnt in other competences. */
  readonly alone: NormalPrior;
  /** Share of the prior's precision that came from other competences (`precisionShare`). */
  readonly shareFromOthers: number;
}

export interface EvidenceRequest {
  /** The scale's: what is believed of a pupil of whom nothing is known. */
  readonly model: JointModel;
  readonly evidence: readonly EarlierSite[];
  readonly growth: Growth;
}

/**
 * The prior of a new sitting in one competence, from all that earlier sittings told of a pupil.
 *
 * Abilities move in time as a stationary Gaussian process whose distribution at any moment is the
 * scale's prior: the correlation of competence i then with competence j now is their correlation
 * times exp(-t / T), with T = 2·(mean variance of the scale) / sdPerYear² years (the process of
 * Uhlenbeck & Ornstein 1930, Physical Review 36, 823-841, separable in competence and time). Given
 * this, the prior is the exact conditional distribution of the ability now (linear regression;
 * Rasmussen & Williams 2006, equations 2.25 and 2.26). So:
 *
 * - Without evidence it is the scale's prior; old evidence fades to nothing, never to less.
 * - For a time short beside T a piece's variance grows by `sdPerYear`² a year, as under the random
 *   walk of `carryPrior`. A walk that never turns back would spread pupils without end, and could not
 *   keep to the scale's prior at every sitting.
 * - Sittings of one competence all count, each once, older ones less. They share the pupil's changes
 *   since the later of them, which is why they are not aged one by one as if each had gone its own
 *   way: 80% intervals would then hold 64 to 69% after three to five sittings.
 * - Competences grow together as they are correlated: a year's change is not averaged away by many
 *   pieces of the same age.
 *
 * The order of the list does not matter. No sd is below half a step of the model's grid, which is
 * what a posterior can start from. Throws `invalid-argument` for a competence, a piece of evidence or
 * a growth outside its domain.
 */
export function priorFromEvidence(request: EvidenceRequest, competence: number): EvidencePrior {
  checkCompetence(request.model, competence);
  const own = request.evidence.filter((site) => site.competence === competence);
  const prior = normalAt(request, competence);
  const alone = normalAt({ ...request, evidence: own }, competence);
  return {
    prior,
    alone,
    shareFromOthers: precisionShare({ apartSd: alone.sd, togetherSd: prior.sd }),
  };
}

/**
 * The same for all competences together: the model of a sitting that asks in several of them.
 * Shares that are stated of its states count what the sitting itself borrows, not what came before.
 */
export function modelFromEvidence(request: EvidenceRequest): JointModel {
  const { model, evidence } = request;
  if (evidence.length === 0) return model;
  const learnt = regression(request);
  const rows = model.startAlone.map((_, i) => learnt.towards(i));
  const means = rows.map((row, i) => (model.prior.means[i] ?? 0) + dot(row, learnt.surprise));
  const covariance = rows.map((row, i) =>
    rows.map((other, j) => (model.start.covariance[i * model.size + j] ?? 0) - dot(row, other)),
  );
  const sds = covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN));
  const correlations = covariance.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / ((sds[i] ?? 0) * (sds[j] ?? 0)))),
  );
  const kept = sds.map((sd) => Math.max(sd, model.grid.step / 2));
  return createJointModel({ means, sds: kept, correlations }, model.grid);
}

function normalAt(request: EvidenceRequest, competence: number): NormalPrior {
  const { model } = request;
  const scale = { mean: model.prior.means[competence] ?? 0, sd: model.prior.sds[competence] ?? 0 };
  if (request.evidence.length === 0) return scale;
  const learnt = regression(request);
  const row = learnt.towards(competence);
  const variance = Math.max(scale.sd ** 2 - dot(row, row), (model.grid.step / 2) ** 2);
  return {
    mean: scale.mean + dot(row, learnt.surprise),
    sd: Math.min(scale.sd, Math.sqrt(variance)),
  };
}

/**
 * The regression of abilities now on the pieces of evidence, made independent of each other and of
 * unit variance: what each learns is `towards(i)`, how each surprised is `surprise`. Weighted by the
 * roots of the precisions, so that a piece that tells nothing takes no part (Rasmussen & Williams
 * 2006, equation 3.26).
 */
function regression({ model, evidence, growth }: EvidenceRequest) {
  if (!(growth.sdPerYear >= 0 && Number.isFinite(growth.sdPerYear))) {
    throw new MeasurementError(
      'invalid-argument',
      `Growth needs sdPerYear >= 0; got ${growth.sdPerYear}.`,
    );
  }
  for (const site of evidence) checkEarlierSite(model, site);
  const sites = inOneOrder(evidence);
  const roots = Float64Array.from(sites, ({ precision }) => Math.sqrt(precision));
  const covariance = (i: number, j: number, days: number) =>
    (model.start.covariance[i * model.size + j] ?? Number.NaN) *
    Math.exp(-(days / DAYS_PER_YEAR) * ratePerYear(model, growth));
  const ofPieces = sites.flatMap((a, k) =>
    sites.map((b, l) => {
      const shared = covariance(a.competence, b.competence, Math.abs(a.daysSince - b.daysSince));
      return (k === l ? 1 : 0) + (roots[k] ?? 0) * (roots[l] ?? 0) * shared;
    }),
  );
  const lower = cholesky(Float64Array.from(ofPieces), sites.length);
  if (lower === undefined) {
    throw new MeasurementError('invalid-argument', 'Earlier evidence is too precise to combine.');
  }
  const towards = (competence: number) => {
    const weighted = sites.map(
      (site, k) => (roots[k] ?? 0) * covariance(competence, site.competence, site.daysSince),
    );
    return solveLower(lower, Float64Array.from(weighted));
  };
  const deviations = sites.map(
    (site, k) => (roots[k] ?? 0) * (site.mean - (model.prior.means[site.competence] ?? 0)),
  );
  return { towards, surprise: solveLower(lower, Float64Array.from(deviations)) };
}

function ratePerYear(model: JointModel, growth: Growth): number {
  const variance = model.prior.sds.reduce((sum, sd) => sum + sd * sd, 0) / model.size;
  return growth.sdPerYear ** 2 / (2 * variance);
}

const DAYS_PER_YEAR = 365.25;
