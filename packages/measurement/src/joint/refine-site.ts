import { flatSite, timesSite, type Site } from './gaussian.ts';
import { exactMarginal, leastVariance } from './exact-marginal.ts';
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
  const { posterior, cavity, deviation, variance } = exactMarginal(state, index);
  const matched = Math.max(variance, leastVariance(model));
  const precision = Math.max(1 / matched - 1 / cavity.variance, model.leastSitePrecision);
  const shift = precision * deviation + (deviation - cavity.mean) / cavity.variance;
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
      latest: { index, marginal: posterior },
    },
    moved: Math.max(
      Math.abs(precision - site.precision) * matched,
      Math.abs(shift - site.shift) * Math.sqrt(matched),
    ),
  };
}
