import { MeasurementError } from '../core/errors.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import { checkItem, type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curvesAt } from '../models/response-curves.ts';
import type { Observation } from './observation.ts';

/** An answer ready to be looked at from any ability. */
export interface Answer {
  readonly item: ItemParameters;
  readonly score: number;
}

/** Derivatives, in the ability, of the log-likelihood of some answers, and what weighs them. */
export interface LikelihoodSlope {
  /** Σ P'/P of the scores given. */
  readonly first: number;
  /** Σ P''/P - (P'/P)²: minus this is the observed information. */
  readonly second: number;
  /** Fisher information, Σ over all scores of P'²/P. */
  readonly information: number;
  /** Warm's J, Σ over all scores of P'·P''/P. */
  readonly bias: number;
}

/**
 * The answers with their items checked. Throws `invalid-argument` for an item outside its domain or
 * a score that is not a whole number from 0 to the item's largest.
 */
export function checkedAnswers(observations: readonly Observation[]): Answer[] {
  return observations.map(({ item, score }) => {
    const parameters = isCompiled(item) ? item.parameters : item;
    checkItem(parameters, LARGEST_ABILITY, NODE_REACH);
    if (!(Number.isInteger(score) && score >= 0 && score <= maxScore(parameters))) {
      throw new MeasurementError(
        'invalid-argument',
        `A score must be a whole number from 0 to ${maxScore(parameters)}; got ${score}.`,
      );
    }
    return { item: parameters, score };
  });
}

/** At one ability. What is not known of the difficulties is averaged over, as in `compileItem`. */
export function likelihoodSlope(answers: readonly Answer[], ability: number): LikelihoodSlope {
  let [first, second, information, bias] = [0, 0, 0, 0];
  for (const { item, score } of answers) {
    const { probabilities, slopes, seconds } = averaged(item, ability);
    for (let k = 0; k < probabilities.length; k += 1) {
      const probability = probabilities[k] ?? 0;
      if (probability === 0) continue;
      const relative = (slopes[k] ?? 0) / probability;
      information += relative * (slopes[k] ?? 0);
      bias += relative * (seconds[k] ?? 0);
      if (k !== score) continue;
      first += relative;
      second += (seconds[k] ?? 0) / probability - relative * relative;
    }
  }
  return { first, second, information, bias };
}

/** Estimates are looked for between minus this and this. */
export const LARGEST_ABILITY = 20;

interface Curves {
  readonly probabilities: Float64Array;
  readonly slopes: Float64Array;
  readonly seconds: Float64Array;
}

function averaged(item: ItemParameters, ability: number): Curves {
  if (item.difficultySd === 0) return curves(item, ability, 0);
  const size = maxScore(item) + 1;
  const sums = {
    probabilities: new Float64Array(size),
    slopes: new Float64Array(size),
    seconds: new Float64Array(size),
  };
  let total = 0;
  for (let deviate = -NODE_REACH; deviate <= NODE_REACH; deviate += 0.5) {
    const weight = Math.exp((-deviate * deviate) / 2);
    total += weight;
    const at = curves(item, ability, item.difficultySd * deviate);
    add(sums.probabilities, at.probabilities, weight);
    add(sums.slopes, at.slopes, weight);
    add(sums.seconds, at.seconds, weight);
  }
  return {
    probabilities: sums.probabilities.map((value) => value / total),
    slopes: sums.slopes.map((value) => value / total),
    seconds: sums.seconds.map((value) => value / total),
  };
}

/** With P' = a·P·(k - E): P'' = a·P'·(k - E) - a·P·E', where E' = Σ k·P'. */
function curves(item: ItemParameters, ability: number, shift: number): Curves {
  const { probabilities, slopes } = curvesAt(item, ability, shift);
  const seconds = new Float64Array(probabilities.length);
  const { discrimination } = item;
  if ('steps' in item) {
    let mean = 0;
    let meanSlope = 0;
    probabilities.forEach((probability, k) => {
      mean += k * probability;
      meanSlope += k * (slopes[k] ?? 0);
    });
    probabilities.forEach((probability, k) => {
      const pull = (slopes[k] ?? 0) * (k - mean) - probability * meanSlope;
      seconds[k] = discrimination * pull;
    });
  } else {
    // The logistic's second derivative is its first times a·(1 - 2L) = -a·tanh(logit/2).
    const logit = discrimination * (ability - shift - item.difficulty);
    const turn = -discrimination * Math.tanh(logit / 2);
    slopes.forEach((slope, k) => {
      seconds[k] = slope * turn;
    });
  }
  return { probabilities, slopes, seconds };
}

function add(sums: Float64Array, values: Float64Array, weight: number): void {
  for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] ?? 0) + weight * (values[k] ?? 0);
}

const isCompiled = (item: ItemParameters | CompiledItem): item is CompiledItem =>
  'parameters' in item;

const NODE_REACH = 8;
