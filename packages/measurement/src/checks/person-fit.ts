import { startPosterior, updateAll, type NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { averagedCurves } from './averaged-curves.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';
import { findRoot } from './numeric/root.ts';
import { skewedLowerTail } from './numeric/tails.ts';

/** One answer: a whole number of points. */
export interface PersonFitAnswer {
  readonly item: ItemParameters | CompiledItem;
  readonly score: number;
}

export interface PersonFitRules {
  /** The p-value under which answers are said not to go together. */
  readonly significance: number;
  readonly minimumAnswers: number;
}

export const PERSON_FIT_RULES: PersonFitRules = { significance: 0.01, minimumAnswers: 10 };

export type PersonFit =
  | Finding<
      'person-fit',
      'fits' | 'misfits',
      {
        readonly answers: number;
        /** Maximum a posteriori ability, in logits. */
        readonly ability: number;
        /** Standardised log-likelihood: 0 as expected, far below 0 for surprising answers. */
        readonly lzStar: number;
        /** Probability of answers at least so surprising from a person who fits. */
        readonly p: number;
      }
    >
  | Finding<'person-fit', typeof NOT_ENOUGH_DATA, { readonly answers: number }>;

/**
 * Whether one person's answers go together: lz*, the standardised log-likelihood corrected for the
 * ability being estimated from the same answers (Snijders 2001, Psychometrika 66, 331-342), for
 * items of several steps as in Sinharay (2016, Psychometrika 81, 992-1013), with the ability that
 * maximises the posterior (Magis, Raîche & Béland 2012 give its r0). Short tests make lz* skewed: p
 * is taken from the distribution with its skewness (as von Davier & Molenaar 2003, Psychometrika 68,
 * 213-228, do for lz), not from the normal one.
 *
 * For forms that do not depend on the answers. An adaptive test gives each person items that are as
 * likely failed as passed: no pattern surprises, the statistic hardly ever falls low and a person
 * who guesses goes unseen (van Krimpen-Stoop & Meijer 1999, Applied Psychological Measurement 23,
 * 327-345). There, 'fits' says next to nothing.
 *
 * Throws `invalid-argument` for a score that is not a whole one within the item's range.
 */
export function personFit(
  answers: readonly PersonFitAnswer[],
  prior: NormalPrior,
  rules: PersonFitRules,
): PersonFit {
  const fit = answers.length < rules.minimumAnswers ? undefined : standardised(answers, prior);
  if (fit === undefined) {
    const figures = { answers: answers.length };
    return { check: 'person-fit', code: NOT_ENOUGH_DATA, severity: 'unknown', figures };
  }
  const misfits = fit.p < rules.significance;
  return {
    check: 'person-fit',
    code: misfits ? 'misfits' : 'fits',
    severity: misfits ? 'look' : 'fine',
    figures: { answers: answers.length, ...fit },
  };
}

/** Variance under which all patterns are about equally likely, and none can be surprising. */
const LEAST_VARIANCE = 0.01;

function standardised(answers: readonly PersonFitAnswer[], prior: NormalPrior) {
  const scored = answers.map(({ item, score }) => ({
    item: 'parameters' in item ? item.parameters : item,
    score,
  }));
  const ability = posteriorMode(answers, scored, prior);
  const curves = scored.map(({ item, score }) => {
    const { probabilities, slopes } = averagedCurves(item, ability);
    const logs = probabilities.map((p) => Math.log(p));
    const scoreSlopes = slopes.map((slope, k) => slope / (probabilities[k] ?? Number.NaN));
    return { score, probabilities, slopes, logs, scoreSlopes };
  });

  let surplus = 0;
  let shared = 0;
  let information = 0;
  for (const { score, probabilities, slopes, logs, scoreSlopes } of curves) {
    surplus += (logs[score] ?? Number.NaN) - mean(probabilities, logs);
    slopes.forEach((slope, k) => {
      if (slope === 0) return;
      shared += slope * (logs[k] ?? 0);
      information += slope * (scoreSlopes[k] ?? 0);
    });
  }
  const slope = information > 0 ? shared / information : 0;

  let variance = 0;
  let thirdMoment = 0;
  for (const { probabilities, logs, scoreSlopes } of curves) {
    const weights = logs.map((log, k) => log - slope * (scoreSlopes[k] ?? 0));
    const centre = mean(probabilities, weights);
    variance += mean(
      probabilities,
      weights.map((w) => (w - centre) ** 2),
    );
    thirdMoment += mean(
      probabilities,
      weights.map((w) => (w - centre) ** 3),
    );
  }
  if (!(variance > LEAST_VARIANCE)) return undefined;
  const priorPull = (prior.mean - ability) / prior.sd ** 2;
  const lzStar = (surplus + slope * priorPull) / Math.sqrt(variance);
  return { ability, lzStar, p: skewedLowerTail(lzStar, thirdMoment / variance ** 1.5) };
}

/** The peak of the posterior: the grid's best point, then the root of the slope around it. */
function posteriorMode(
  answers: readonly PersonFitAnswer[],
  scored: readonly { item: ItemParameters; score: number }[],
  prior: NormalPrior,
): number {
  if (answers.some(({ score }) => !Number.isInteger(score))) {
    throw new MeasurementError('invalid-argument', 'Person fit needs scores in whole points.');
  }
  const { logWeights } = updateAll(startPosterior(prior), answers);
  const best = logWeights.indexOf(Math.max(...logWeights));
  const point = (index: number) =>
    standardGrid.points[Math.min(standardGrid.points.length - 1, Math.max(0, index))] ?? 0;
  return findRoot(
    (ability) =>
      scored.reduce(
        (sum, { item, score }) => {
          const { probabilities, slopes } = averagedCurves(item, ability);
          return sum + (slopes[score] ?? 0) / (probabilities[score] ?? Number.NaN);
        },
        (prior.mean - ability) / prior.sd ** 2,
      ),
    point(best - 1),
    point(best + 1),
  );
}

/** Σ p·value; a score of probability 0 counts for nothing, whatever its value. */
function mean(probabilities: Float64Array, values: Float64Array): number {
  return probabilities.reduce((sum, p, k) => (p > 0 ? sum + p * (values[k] ?? 0) : sum), 0);
}
