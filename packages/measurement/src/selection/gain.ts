import { reportLevel } from '../ability/levels.ts';
import {
  expectation,
  type Posterior,
  summarizePosterior,
  updatePosterior,
} from '../ability/posterior.ts';
import { compiledOn, type CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';

/**
 * How much one more answer is expected to lower the variance of the posterior, in square logits: by
 * the law of total variance, the variance of the mean that it would lead to (minimum expected
 * posterior variance; van der Linden 1998, Psychometrika 63, 201-216). Never negative.
 */
export function varianceGain(posterior: Posterior, item: ItemParameters | CompiledItem): number {
  const { ability } = summarizePosterior(posterior);
  const { probabilities, grid } = posterior;
  let gain = 0;
  for (const logs of compiledOn(item, grid).logProbabilities) {
    let mass = 0;
    let moment = 0;
    for (let i = 0; i < probabilities.length; i += 1) {
      const joint = (probabilities[i] ?? 0) * Math.exp(logs[i] ?? 0);
      mass += joint;
      moment += joint * ((grid.points[i] ?? 0) - ability);
    }
    if (mass > 0) gain += (moment * moment) / mass;
  }
  return gain;
}

/**
 * How much one more answer is expected to lower the probability that the reported level is wrong
 * (Bayes risk under 0-1 loss; Owen 1975, Journal of the American Statistical Association 70,
 * 351-356, takes the same step for a normal posterior). Never negative, and 0 where no single answer
 * would change the level: two answers together may then still do so.
 */
export function levelGain(
  posterior: Posterior,
  item: ItemParameters | CompiledItem,
  cuts: readonly number[],
): number {
  const compiled = compiledOn(item, posterior.grid);
  const after = compiled.logProbabilities.reduce((sum, logs, score) => {
    const weight = expectation(posterior.probabilities, logs.map(Math.exp));
    const next = updatePosterior(posterior, { item: compiled, score });
    return sum + weight * reportLevel(next, cuts).probability;
  }, 0);
  return Math.max(0, after - reportLevel(posterior, cuts).probability);
}
