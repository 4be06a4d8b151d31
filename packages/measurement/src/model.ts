import { MeasurementError } from './errors.ts';
import type { AbilityGrid } from './grid.ts';

/**
 * A two-parameter item on the logistic metric (D = 1; Birnbaum 1968) whose difficulty is known only
 * as a normal distribution: `difficulty` is its mean, `difficultySd` its standard deviation, both in
 * logits; `difficultySd: 0` is the plain two-parameter model.
 */
export interface ItemParameters {
  readonly discrimination: number;
  readonly difficulty: number;
  readonly difficultySd: number;
}

/** An item's curves tabulated on a grid: what estimation and selection read, made once per item. */
export interface CompiledItem extends ItemParameters {
  readonly grid: AbilityGrid;
  /** P(full score | ability) at each point of the grid. */
  readonly correct: Float64Array;
  /** ln P(full score | ability) at each point of the grid. */
  readonly logCorrect: Float64Array;
  /** ln P(no score | ability) at each point of the grid. */
  readonly logIncorrect: Float64Array;
  /** Fisher information of one answer about the ability, per square logit, at each point. */
  readonly information: Float64Array;
}

/** One scored answer: points earned over points possible, in [0, 1]. */
export interface Observation {
  readonly item: ItemParameters | CompiledItem;
  readonly score: number;
}

/**
 * Probability of a full score at an ability (logits), averaged over what is not known of the
 * difficulty: P(θ) = ∫ logistic(a(θ - b)) N(b; difficulty, difficultySd²) db.
 */
export function responseProbability(item: ItemParameters, ability: number): number {
  return marginal(item, checkedNodes(item, Math.abs(ability)), ability).correct;
}

/**
 * Tabulates an item's curves on a grid.
 *
 * The integral over the difficulty is a sum over equally spaced standard normal deviates, from -8 to
 * 8 by 0.5. For an analytic integrand that vanishes at both ends this rule converges exponentially
 * (Goodwin 1949; Trefethen & Weideman 2014): the logistic's nearest pole lies π/(a·sd) away, so the
 * error is about exp(-4π²/(a·sd)), below 3e-9 up to a·sd = 2, and no table of nodes is needed; the
 * probit approximation (MacKay 1992) errs in the third decimal. P and 1 - P are each summed from
 * positive terms, never by subtraction, so both logarithms keep their full precision in the tails.
 *
 * Information is that of the averaged curve, P'²/(P(1 - P)): one answer to an item of uncertain
 * difficulty tells less, and never more on average over abilities than the same item known exactly
 * (P'²/(P(1 - P)) is convex in the curve).
 *
 * Throws `invalid-argument` for a discrimination that is not positive, a negative `difficultySd`, or
 * an item so far from the grid that its probabilities would underflow (700 logits).
 */
export function compileItem(parameters: ItemParameters, grid: AbilityGrid): CompiledItem {
  const count = grid.points.length;
  const reach = Math.max(Math.abs(grid.points[0] ?? 0), Math.abs(grid.points[count - 1] ?? 0));
  const nodes = checkedNodes(parameters, reach);
  const logCorrect = new Float64Array(count);
  const logIncorrect = new Float64Array(count);
  const information = new Float64Array(count);
  grid.points.forEach((ability, i) => {
    const { correct, incorrect, slope } = marginal(parameters, nodes, ability);
    logCorrect[i] = correct > 0.5 ? Math.log1p(-incorrect) : Math.log(correct);
    logIncorrect[i] = incorrect > 0.5 ? Math.log1p(-correct) : Math.log(incorrect);
    information[i] = (slope / correct) * (slope / incorrect);
  });
  const { discrimination, difficulty, difficultySd } = parameters;
  const correct = logCorrect.map(Math.exp);
  return {
    discrimination,
    difficulty,
    difficultySd,
    grid,
    correct,
    logCorrect,
    logIncorrect,
    information,
  };
}

/**
 * The item itself where it is already compiled on this very grid, else compiled now. Compiling takes
 * far longer than estimating: who measures often compiles once and keeps the result.
 */
export function compiledOn(item: ItemParameters | CompiledItem, grid: AbilityGrid): CompiledItem {
  return 'logCorrect' in item && item.grid === grid ? item : compileItem(item, grid);
}

interface Node {
  readonly deviate: number;
  readonly weight: number;
}

const NODE_REACH = 8;
const NORMAL_NODES = normalNodes(0.5);
const EXACT_NODE: readonly Node[] = [{ deviate: 0, weight: 1 }];
const LARGEST_LOGIT = 700;

function normalNodes(step: number): readonly Node[] {
  const count = (2 * NODE_REACH) / step + 1;
  const deviates = Array.from({ length: count }, (_, i) => i * step - NODE_REACH);
  const total = deviates.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return deviates.map((z) => ({ deviate: z, weight: Math.exp((-z * z) / 2) / total }));
}

function checkedNodes(item: ItemParameters, largestAbility: number): readonly Node[] {
  const { discrimination, difficulty, difficultySd } = item;
  const distance = largestAbility + Math.abs(difficulty) + NODE_REACH * difficultySd;
  if (!(discrimination > 0 && difficultySd >= 0 && discrimination * distance <= LARGEST_LOGIT)) {
    throw new MeasurementError(
      'invalid-argument',
      `An item needs discrimination > 0, difficultySd >= 0 and a difficulty near the scale; got ${discrimination}, ${difficultySd}, ${difficulty}.`,
    );
  }
  return difficultySd === 0 ? EXACT_NODE : NORMAL_NODES;
}

/** Probability of a full score, of none, and the slope of the first in the ability. */
function marginal(item: ItemParameters, nodes: readonly Node[], ability: number) {
  let correct = 0;
  let incorrect = 0;
  let slope = 0;
  for (const { deviate, weight } of nodes) {
    const difficulty = item.difficulty + item.difficultySd * deviate;
    const logit = item.discrimination * (ability - difficulty);
    const decay = Math.exp(-Math.abs(logit));
    const likelier = weight / (1 + decay);
    const rarer = likelier * decay;
    correct += logit < 0 ? rarer : likelier;
    incorrect += logit < 0 ? likelier : rarer;
    slope += rarer / (1 + decay);
  }
  return { correct, incorrect, slope: item.discrimination * slope };
}
