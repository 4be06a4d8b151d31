import { summarizePosterior, updateAll, type Posterior } from '../ability/posterior.ts';
import { flatSite, marginalWithout, timesSite, type Site } from './gaussian.ts';
import type { JointState } from './state.ts';

/** How far a refinement moved a site, in units of what the ability's marginal knows. */
interface Refined {
  readonly state: JointState;
  readonly moved: number;
}

/**
 * One step of expectation propagation (Minka 2001, 'Expectation propagation for approximate Bayesian
 * inference', UAI 17, 362-369; for latent normal variables Rasmussen & Williams 2006, section 3.6):
 * the site of a competence becomes the normal factor that gives its marginal the mean and variance
 * of the exact one, which is the belief from all other sites times the own likelihood on the grid.
 *
 * - A site claims no more than the grid resolves: the variance matched is at least that of half a
 *   grid step. Thousands of responses in one competence tell the others no more than that.
 * - Guessing can make the own responses widen the belief, a site of negative precision. It is let be
 *   down to half of what would keep any set of sites from making a proper distribution together: the
 *   prior's precision has no eigenvalue below 1 / trace(covariance).
 * - `damping` is the share of the step that is taken.
 */
export function refineSite(state: JointState, index: number, damping: number): Refined {
  const { model, joint, sites } = state;
  const site = sites[index] ?? flatSite;
  const { mean, variance } = marginalWithout(joint, index, site);
  const exact = marginalOnGrid(state, index);
  const { ability, standardError } = summarizePosterior(exact);
  const deviation = ability - (model.prior.means[index] ?? Number.NaN);
  const matched = Math.max(standardError ** 2, leastVariance(state));
  const precision = Math.max(1 / matched - 1 / variance, model.leastSitePrecision);
  const shift = precision * deviation + (deviation - mean) / variance;
  const change: Site = {
    precision: damping * (precision - site.precision),
    shift: damping * (shift - site.shift),
  };
  const refined: Site = {
    precision: site.precision + change.precision,
    shift: site.shift + change.shift,
  };
  return {
    state: {
      ...state,
      sites: sites.with(index, refined),
      joint: timesSite(joint, index, change),
      latest: { index, marginal: exact },
    },
    moved: Math.max(
      Math.abs(precision - site.precision) * matched,
      Math.abs(shift - site.shift) * Math.sqrt(matched),
    ),
  };
}

/**
 * The estimate made apart, its own prior replaced by what prior and other sites say together. The
 * own likelihood is in it exactly, as it was added up.
 */
export function marginalOnGrid(state: JointState, index: number): Posterior {
  const { model, joint, sites } = state;
  const apart = state.alone[index];
  if (apart === undefined) throw new RangeError(`The state has no competence ${index}.`);
  const cavity = marginalWithout(joint, index, sites[index] ?? flatSite);
  const prior = model.prior.means[index] ?? Number.NaN;
  const priorPrecision = 1 / (model.prior.sds[index] ?? Number.NaN) ** 2;
  const precision = 1 / Math.max(cavity.variance, leastVariance(state));
  const logWeights = apart.logWeights.slice();
  for (let i = 0; i < logWeights.length; i += 1) {
    const deviation = (model.grid.points[i] ?? 0) - prior;
    const fromBelief = deviation - cavity.mean;
    const replaced = deviation * deviation * priorPrecision - fromBelief * fromBelief * precision;
    logWeights[i] = (logWeights[i] ?? 0) + replaced / 2;
  }
  // Of no further responses: it only makes the probabilities that belong to the new weights.
  return updateAll({ ...apart, logWeights }, []);
}

const leastVariance = ({ model }: JointState): number => (model.grid.step / 2) ** 2;
