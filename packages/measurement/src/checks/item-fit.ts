import { startPosterior, type NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import { type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curvesAt } from '../models/response-curves.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';
import { collapsedCells, type ScoreGroup } from './item-fit-cells.ts';
import { sumScores } from './numeric/sum-scores.ts';
import { chiSquareTail } from './numeric/tails.ts';

export interface ItemFitRequest {
  /** The items of one form, with the parameters to be checked. */
  readonly items: readonly ItemParameters[];
  /** The distribution of abilities that the items were calibrated with. */
  readonly population: NormalPrior;
  /** `scores[person][item]`: each person answered every item of the form. */
  readonly scores: readonly (readonly number[])[];
  /** How many parameters of each item were estimated from these scores; 0 where they were given. */
  readonly freeParameters: readonly number[];
  readonly rules: ItemFitRules;
}

export interface ItemFitRules {
  /** The p-value under which an item is said not to fit. */
  readonly significance: number;
  /** The root mean square error of approximation from which a misfit needs a decision. */
  readonly largeError: number;
  readonly minimumPersons: number;
}

export const ITEM_FIT_RULES: ItemFitRules = {
  significance: 0.01,
  largeError: 0.05,
  minimumPersons: 200,
};

export type ItemFit =
  | Finding<
      'item-fit',
      'fits' | 'misfits',
      {
        readonly persons: number;
        readonly statistic: number;
        readonly degreesOfFreedom: number;
        readonly p: number;
        /** Misfit per degree of freedom and person, free of the number of persons. */
        readonly rmsea: number;
      }
    >
  | Finding<'item-fit', typeof NOT_ENOUGH_DATA, { readonly persons: number }>;

/**
 * Whether each item of a form is answered, at every sum score, as its curves say: S-X² (Orlando &
 * Thissen 2000, Applied Psychological Measurement 24, 50-64), generalised to several steps by Kang &
 * Chen (2008, Journal of Educational Measurement 45, 391-406). Persons are grouped by their sum
 * score, so no estimated ability comes in. Curves are those of the mean difficulty: all persons meet
 * the same true one.
 *
 * Throws `invalid-argument` where rows or `freeParameters` do not match the items, or a score is not
 * one that its item gives.
 */
export function itemFit(request: ItemFitRequest): ItemFit[] {
  checkRequest(request);
  const { items, population, scores, freeParameters, rules } = request;
  const weights = startPosterior(population).probabilities;
  const curves = Array.from(standardGrid.points, (ability) =>
    items.map((item) => curvesAt(item, ability).probabilities),
  );
  const sums = scores.map((row) => row.reduce((total, score) => total + score, 0));
  const most = items.reduce((total, item) => total + maxScore(item), 0);
  return items.map((item, index) => {
    const shares = expectedShares(curves, weights, index);
    const scoresOnItem = maxScore(item) + 1;
    const observed = shares.map(() => Array.from({ length: scoresOnItem }, () => 0));
    scores.forEach((row, person) => {
      const group = observed[sums[person] ?? -1];
      const score = row[index] ?? -1;
      if (group) group[score] = (group[score] ?? 0) + 1;
    });
    const groups = observed
      .map((counts, sum) => ({
        observed: counts,
        expected: (shares[sum] ?? []).map((part) => part * counts.reduce((n, c) => n + c, 0)),
      }))
      .slice(maxScore(item), most - maxScore(item) + 1)
      .filter(({ expected }) => expected.some((count) => count > 0));
    return judged(groups, freeParameters[index] ?? 0, scores.length, rules);
  });
}

/** For each sum score, the share of persons with it who are expected to have each score on an item. */
function expectedShares(
  curves: readonly (readonly Float64Array[])[],
  weights: Float64Array,
  index: number,
): number[][] {
  const joint: number[][] = [];
  curves.forEach((items, point) => {
    const own = items[index] ?? new Float64Array();
    const rest = sumScores(items.filter((_, other) => other !== index));
    rest.forEach((ofRest, restSum) => {
      own.forEach((ofScore, score) => {
        const group = (joint[restSum + score] ??= Array.from(own, () => 0));
        group[score] = (group[score] ?? 0) + (weights[point] ?? 0) * ofRest * ofScore;
      });
    });
  });
  return joint.map((group) => {
    const total = group.reduce((sum, part) => sum + part, 0);
    return group.map((part) => (total > 0 ? part / total : 0));
  });
}

function judged(
  groups: readonly ScoreGroup[],
  freeParameters: number,
  persons: number,
  rules: ItemFitRules,
): ItemFit {
  const cells = collapsedCells(groups);
  const degreesOfFreedom =
    cells.reduce((sum, { expected }) => sum + expected.length - 1, 0) - freeParameters;
  if (persons < rules.minimumPersons || degreesOfFreedom < 1) {
    return {
      check: 'item-fit',
      code: NOT_ENOUGH_DATA,
      severity: 'unknown',
      figures: { persons },
    };
  }
  let statistic = 0;
  for (const { observed, expected } of cells) {
    expected.forEach((count, i) => {
      statistic += ((observed[i] ?? 0) - count) ** 2 / count;
    });
  }
  const p = chiSquareTail(statistic, degreesOfFreedom);
  const excess = Math.max(0, statistic - degreesOfFreedom);
  const rmsea = Math.sqrt(excess / (degreesOfFreedom * (persons - 1)));
  const misfits = p < rules.significance;
  return {
    check: 'item-fit',
    code: misfits ? 'misfits' : 'fits',
    severity: !misfits ? 'fine' : rmsea < rules.largeError ? 'look' : 'act',
    figures: { persons, statistic, degreesOfFreedom, p, rmsea },
  };
}

function checkRequest({ items, scores, freeParameters }: ItemFitRequest): void {
  const matches =
    freeParameters.length === items.length &&
    freeParameters.every((count) => Number.isInteger(count) && count >= 0) &&
    scores.every(
      (row) =>
        row.length === items.length &&
        row.every((score, i) => {
          const item = items[i];
          return item && Number.isInteger(score) && score >= 0 && score <= maxScore(item);
        }),
    );
  if (matches) return;
  throw new MeasurementError(
    'invalid-argument',
    'Item fit needs, for each person, a whole score within range on every item of the form, and for each item its number of estimated parameters.',
  );
}
