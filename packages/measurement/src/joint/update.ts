import type { Observation } from '../ability/observation.ts';
import { summarizePosterior, updatePosterior, type Posterior } from '../ability/posterior.ts';
import { exactMarginal } from './exact-marginal.ts';
import { checkCompetence } from './model.ts';
import { refineSite } from './refine-site.ts';
import { precisionShare } from './share.ts';
import type { JointState } from './state.ts';

/**
 * The state after one more response to an item of a competence; the one given is left as it is.
 *
 * Refines that competence's own site only, once, and everything by one rank-one update (the online
 * step of assumed density filtering; Opper 1998): no more than a few times the cost of one
 * competence by itself. Close to what `settle` gives, though not free of the order of responses.
 *
 * Throws `invalid-argument` for an unknown competence or a score that the item does not give.
 */
export function updateJoint(
  state: JointState,
  index: number,
  observation: Observation,
): JointState {
  const alone = state.alone.with(index, updatePosterior(apart(state, index), observation));
  return refineSite({ ...state, alone }, index, 1).state;
}

/**
 * What is known of one competence, as the rest of the package takes it (`reportLevel`,
 * `summarizePosterior`, `selectItem`): the likelihood of its own responses, exactly, times the
 * normal belief that the prior and the other competences' responses give.
 */
export function marginal(state: JointState, index: number): Posterior {
  checkCompetence(state.model, index);
  if (state.latest?.index === index) return state.latest.marginal;
  return exactMarginal(state, index).posterior;
}

/**
 * Share of an estimate's precision that came from other competences, in [0, 1] (`precisionShare`):
 * the estimate made apart is that from the same responses to this competence and its prior alone.
 */
export function shareFromOthers(state: JointState, index: number): number {
  const together = marginal(state, index);
  return precisionShare({
    apartSd: summarizePosterior(apart(state, index)).standardError,
    togetherSd: summarizePosterior(together).standardError,
  });
}

/**
 * The estimate of a competence made apart, from its own responses and prior, as `estimateAbility`
 * makes it. Throws `invalid-argument` for an unknown competence.
 */
export function apart(state: JointState, index: number): Posterior {
  checkCompetence(state.model, index);
  const posterior = state.alone[index];
  if (posterior === undefined) throw new RangeError(`The state has no competence ${index}.`);
  return posterior;
}
