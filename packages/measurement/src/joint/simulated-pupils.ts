import { summarizePosterior, type Posterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { standardNormal, type Random } from '../core/random.ts';
import { compileItem, type CompiledItem } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import { locationOf } from '../models/item-parameters.ts';
import { cholesky } from './cholesky.ts';
import { domainCorrelations } from './correlations.ts';
import { createJointModel, type JointModel } from './model.ts';
import { startJoint, type JointState } from './state.ts';
import { marginal, updateJoint } from './update.ts';

/** The sixteen competences of five domains, correlated as is plausible, for the tests. */
export const sixteenCompetences = (correlation = { within: 0.8, between: 0.6 }): JointModel =>
  createJointModel({
    means: Array.from({ length: 16 }, () => 0),
    sds: Array.from({ length: 16 }, () => 1.5),
    correlations: domainCorrelations({
      domains: [...'1112222333344455'],
      withinDomain: correlation.within,
      betweenDomains: correlation.between,
    }),
  });

const difficulties = Array.from({ length: 13 }, (_, i) => i / 2 - 3);

/** Items right or wrong, some of uncertain difficulty, and items of three steps. */
export const bank: readonly CompiledItem[] = difficulties.flatMap((difficulty, i) => [
  compileItem({ discrimination: 1.2, difficulty, difficultySd: i % 2 ? 0.5 : 0 }, standardGrid),
  compileItem(
    {
      discrimination: 1,
      steps: [difficulty - 0.4, difficulty, difficulty + 0.4],
      difficultySd: 0,
    },
    standardGrid,
  ),
]);

const located = bank.map((item) => ({ item, location: locationOf(item.parameters) }));

/** True abilities drawn from the model. */
export function drawAbilities({ prior, start, size }: JointModel, random: Random): number[] {
  const lower = cholesky(start.covariance, size) ?? new Float64Array();
  const deviates = prior.means.map(() => standardNormal(random));
  return prior.means.map((mean, i) =>
    deviates.reduce((sum, z, k) => (k > i ? sum : sum + (lower[i * size + k] ?? NaN) * z), mean),
  );
}

/** A response of a pupil of this ability to an item near what is believed of it. */
export function drawResponse(believed: Posterior, ability: number, random: Random) {
  const middle = Math.max(-2.5, Math.min(2.5, summarizePosterior(believed).ability));
  const near = located.filter(({ location }) => Math.abs(location - middle) < 1);
  const item = near[random.integer(0, near.length - 1)]?.item;
  if (item === undefined) throw new RangeError('The bank has no item near.');
  const shift = item.parameters.difficultySd * standardNormal(random);
  return { item, score: drawScore(item.parameters, ability, shift, random) };
}

/** A pupil with 3 to 12 responses in about half of the competences, and none in the others. */
export function sitSome(
  model: JointModel,
  abilities: readonly number[],
  random: Random,
): JointState {
  let state = startJoint(model);
  abilities.forEach((ability, index) => {
    if (random.next() < 0.5) return;
    for (let left = random.integer(3, 12); left > 0; left -= 1) {
      state = updateJoint(state, index, drawResponse(marginal(state, index), ability, random));
    }
  });
  return state;
}
