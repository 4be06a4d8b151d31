import { flatSite, timesSite } from './gaussian.ts';
import { refineSite } from './refine-site.ts';
import { startJoint, type JointState } from './state.ts';

/**
 * The state in which every site agrees with all others: expectation propagation run to its fixed
 * point, in sweeps over the competences that have responses. It starts from the prior, never from
 * the sites found on the way, so that the same responses in another order settle to the same state
 * (to 1e-9: their sum is rounded in another order).
 *
 * A handful of sweeps of one step per competence answered. Later sweeps take half steps, for sites
 * that would swing around their fixed point; the last one allowed ends it in any case.
 */
export function settle(state: JointState): JointState {
  const { model, alone } = state;
  const answered = alone.flatMap((own, i) => (own === model.startAlone[i] ? [] : [i]));
  let settled: JointState = { ...startJoint(model), alone };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let moved = 0;
    for (const index of answered) {
      const refined = refineSite(settled, index, sweep < WHOLE_STEPS ? 1 : 0.5);
      settled = refined.state;
      moved = Math.max(moved, refined.moved);
    }
    settled = recomputed(settled);
    if (moved < SETTLED) break;
  }
  return settled;
}

/** Prior times sites, made anew: rank-one changes of changes gather rounding errors. */
function recomputed(state: JointState): JointState {
  let joint = state.model.start;
  state.sites.forEach((site, index) => {
    if (site !== flatSite) joint = timesSite(joint, index, site);
  });
  return { ...state, joint, latest: undefined };
}

const MOST_SWEEPS = 60;
const WHOLE_STEPS = 20;
const SETTLED = 1e-11;
