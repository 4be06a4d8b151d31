import type { AbilityGrid } from '../core/grid.ts';
import { checkItem, type ItemParameters, maxScore } from './item-parameters.ts';
import { curvesAt, type ScoreCurves } from './response-curves.ts';

/** An item's curves tabulated on a grid: what estimation and selection read, made once per item. */
export interface CompiledItem {
  readonly parameters: ItemParameters;
  readonly grid: AbilityGrid;
  /** Points it is scored out of. */
  readonly maxScore: number;
  /** For each score 0 to m, ln P(score | ability) at each point of the grid. */
  readonly logProbabilities: readonly Float64Array[];
  /** Expected score over the largest one, in [0, 1], at each point. */
  readonly expectedShare: Float64Array;
  /** Fisher information of one answer about the ability, per square logit, at each point. */
  readonly information: Float64Array;
}

/**
 * Probabilities of the scores 0 to m at an ability (logits), averaged over what is not known of the
 * difficulty: P(x|θ) = ∫ P(x|θ, b + s) N(s; 0, difficultySd²) ds.
 */
export function scoreProbabilities(item: ItemParameters, ability: number): Float64Array {
  checkItem(item, Math.abs(ability), NODE_REACH);
  return averaged(item, ability).probabilities;
}

/**
 * Tabulates an item's curves on a grid.
 *
 * The integral over the difficulty is a sum over equally spaced standard normal deviates, from -8 to
 * 8 by 0.5. For an analytic integrand that vanishes at both ends this rule converges exponentially
 * (Goodwin 1949; Trefethen & Weideman 2014): the logistic's nearest pole lies π/(a·sd) away, so the
 * error is about exp(-4π²/(a·sd)), below 3e-9 up to a·sd = 2, and no table of nodes is needed; the
 * probit approximation (MacKay 1992) errs in the third decimal. Probabilities are sums of positive
 * terms, so that all logarithms keep their full precision in the tails.
 *
 * Information is that of the averaged curves, Σ P'²/P: one answer to an item of uncertain difficulty
 * tells less, and never more on average over abilities than the same item known exactly (P'²/P is
 * convex in the curve).
 *
 * Throws `invalid-argument` for parameters that make no item (`checkItem`).
 */
export function compileItem(parameters: ItemParameters, grid: AbilityGrid): CompiledItem {
  const count = grid.points.length;
  const reach = Math.max(Math.abs(grid.points[0] ?? 0), Math.abs(grid.points[count - 1] ?? 0));
  checkItem(parameters, reach, NODE_REACH);
  const most = maxScore(parameters);
  const logProbabilities = Array.from({ length: most + 1 }, () => new Float64Array(count));
  const expectedShare = new Float64Array(count);
  const information = new Float64Array(count);
  grid.points.forEach((ability, i) => {
    const { probabilities, slopes } = averaged(parameters, ability);
    let expected = 0;
    let told = 0;
    probabilities.forEach((probability, score) => {
      const slope = slopes[score] ?? 0;
      expected += score * probability;
      if (probability > 0) told += (slope / probability) * slope;
      const ofScore = logProbabilities[score];
      if (ofScore) ofScore[i] = logOf(probabilities, score);
    });
    expectedShare[i] = expected / most;
    information[i] = told;
  });
  return { parameters, grid, maxScore: most, logProbabilities, expectedShare, information };
}

/** The item itself where it is already compiled on this very grid, else compiled now. */
export function compiledOn(item: ItemParameters | CompiledItem, grid: AbilityGrid): CompiledItem {
  if (!('parameters' in item)) return compileItem(item, grid);
  return item.grid === grid ? item : compileItem(item.parameters, grid);
}

const NODE_REACH = 8;
const NORMAL_NODES = normalNodes(0.5);

function normalNodes(step: number): readonly { deviate: number; weight: number }[] {
  const count = (2 * NODE_REACH) / step + 1;
  const deviates = Array.from({ length: count }, (_, i) => i * step - NODE_REACH);
  const total = deviates.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return deviates.map((z) => ({ deviate: z, weight: Math.exp((-z * z) / 2) / total }));
}

function averaged(item: ItemParameters, ability: number): ScoreCurves {
  if (item.difficultySd === 0) return curvesAt(item, ability);
  const probabilities = new Float64Array(maxScore(item) + 1);
  const slopes = new Float64Array(maxScore(item) + 1);
  for (const { deviate, weight } of NORMAL_NODES) {
    const at = curvesAt(item, ability, item.difficultySd * deviate);
    for (let k = 0; k < probabilities.length; k += 1) {
      probabilities[k] = (probabilities[k] ?? 0) + weight * (at.probabilities[k] ?? 0);
      slopes[k] = (slopes[k] ?? 0) + weight * (at.slopes[k] ?? 0);
    }
  }
  return { probabilities, slopes };
}

/** ln P of a score; where it is the likelier one, by way of all the others, which are precise. */
function logOf(probabilities: Float64Array, score: number): number {
  const own = probabilities[score] ?? Number.NaN;
  if (own <= 0.5) return Math.log(own);
  let others = 0;
  probabilities.forEach((probability, k) => {
    if (k !== score) others += probability;
  });
  return Math.log1p(-others);
}
