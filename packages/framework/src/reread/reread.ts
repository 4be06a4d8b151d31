import {
  compileItem,
  estimateAbility,
  type NormalPrior,
  type Observation,
  type Posterior,
  reportLevel,
  standardGrid,
  transformItem,
} from '@jalon/measurement';
import type { ReportedLevel } from '@jalon/types';
import { itemKey } from '../bank.ts';
import type { Measuring, ScoredAnswer } from '../measure/measuring.ts';
import { linkError, type ReleaseLink } from './link.ts';

/** What was answered under one release, to be read under another. */
export interface EarlierAnswers {
  competence: string;
  /** What was believed before the first answer, on the scale of then. */
  prior: NormalPrior;
  answers: readonly ScoredAnswer[];
}

/** An old result on a new release's scale: beside the original, never over it. */
export interface Rereading {
  ability: number;
  /** In logits, with what the link adds. */
  standardError: number;
  /** How much of it is the link's, in logits: 0 where the scale is the same. */
  linkError: number;
  /** Answers to items that the new release does not ask: they count as then, moved by the link. */
  moved: number;
  level: ReportedLevel;
}

/**
 * The five-point Gauss-Hermite rule for the standard normal distribution (Abramowitz & Stegun 1964,
 * table 25.10, nodes times √2, weights over √π).
 */
const ERROR_NODES = [
  { deviate: -2.8569700138728056, weight: 0.011257411327720689 },
  { deviate: -1.355626179974266, weight: 0.2220759220056126 },
  { deviate: 0, weight: 0.5333333333333333 },
  { deviate: 1.355626179974266, weight: 0.2220759220056126 },
  { deviate: 2.8569700138728056, weight: 0.011257411327720689 },
] as const;

/**
 * Reads answers given under `from` on the scale of `to`: those to items that ask the same
 * in both count as `to` counts them, the others and the prior as `from` did, moved along the link.
 * Levels are averaged over the link's own error. Throws where `from` lacks an answered item.
 */
export function readUnder(
  from: Measuring,
  to: Measuring,
  link: ReleaseLink,
  { competence, prior, answers }: EarlierAnswers,
): Rereading {
  const { slope, intercept } = link;
  const own = to.competences.get(competence);
  if (!own) throw new Error(`Release ${to.release.version} does not measure ${competence}.`);
  let moved = 0;
  const observe = (answer: ScoredAnswer): Observation => {
    const { itemId: id, itemVersion: version } = answer;
    const itemVersion = link.same.get(itemKey({ id, version }));
    if (itemVersion !== undefined) return to.observation({ ...answer, itemVersion });
    moved += 1;
    const { item, score } = from.observation(answer);
    const parameters = 'parameters' in item ? item.parameters : item;
    return { item: compileItem(transformItem(parameters, link), standardGrid), score };
  };
  const estimate = estimateAbility(answers.map(observe), {
    mean: slope * prior.mean + intercept,
    sd: slope * prior.sd,
  });
  const added = linkError(link, (estimate.ability - intercept) / slope);
  return {
    ability: estimate.ability,
    standardError: Math.hypot(estimate.standardError, added),
    linkError: added,
    moved,
    level: to.reported(levelProbabilities(estimate.posterior, own.cuts, added)),
  };
}

function levelProbabilities(
  posterior: Posterior,
  cuts: readonly number[],
  error: number,
): readonly number[] {
  if (error === 0) return reportLevel(posterior, cuts).probabilities;
  const sums = Array.from({ length: cuts.length + 1 }, () => 0);
  for (const { deviate, weight } of ERROR_NODES) {
    // An ability that is in truth higher by so much reaches each level that much earlier.
    const shifted = cuts.map((cut) => cut - deviate * error);
    reportLevel(posterior, shifted).probabilities.forEach((probability, index) => {
      sums[index] = (sums[index] ?? 0) + weight * probability;
    });
  }
  return sums;
}
