import { NOT_ENOUGH_DATA } from '../checks/finding.ts';
import type { ItemFit, ItemFitRules } from '../checks/item-fit.ts';
import { solvePositive } from '../checks/numeric/solve.ts';
import { chiSquareTail } from '../checks/numeric/tails.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import { locateItem } from './locate.ts';
import { ShiftedItem } from './score-tables.ts';
import type { ItemAnswer } from './sitting.ts';

/** Strata of ability, each with as many of those who answered. */
const STRATA = 5;

/**
 * Whether an item is answered at every ability as the shape of its curve says, wherever it lies: for
 * adaptive sittings, where S-X² (`itemFit`), which compares sum scores of one form, does not apply.
 *
 * A Lagrange multiplier test (Glas 1999, Psychometrika 64, 273-294; Glas & Suárez Falcón 2003,
 * Applied Psychological Measurement 27, 87-106): would the item have to be harder in one stratum of
 * ability and easier in another? For each stratum the score of such a shift is summed, which is the
 * points earned less those expected, weighed by the posterior of the ability. That posterior holds
 * the answer itself, and so does what is expected of it: under the model both cancel. First the item
 * is moved to where the answers put it (`locateItem`), at the price of one degree of freedom, so that
 * one which is only harder than its release has it is not said to misfit.
 */
export function curveFit(
  item: CompiledItem,
  answers: readonly ItemAnswer[],
  rules: ItemFitRules,
): ItemFit {
  const persons = answers.length;
  const located = persons < rules.minimumPersons ? null : locateItem(item, answers);
  const found = located && statisticAt(item, answers, located.shift);
  if (!found) {
    return {
      check: 'item-fit',
      code: NOT_ENOUGH_DATA,
      severity: 'unknown',
      figures: { persons },
    };
  }
  const { statistic, degreesOfFreedom } = found;
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

function statisticAt(item: CompiledItem, answers: readonly ItemAnswer[], shift: number) {
  const strata = strataOf(item, answers);
  const shifted = new ShiftedItem(item, shift);
  const own = new Float64Array(STRATA);
  const sums = new Float64Array(STRATA);
  const products = Array.from({ length: STRATA }, () => new Float64Array(STRATA));
  for (const answer of answers) {
    const others = shifted.othersOf(answer);
    shifted.score(others, answer.score, strata, own);
    own.forEach((score, i) => (sums[i] = (sums[i] ?? 0) + score));
    // What they vary by is taken over every score that could have been, not the one that was: a
    // variance made of the same chance as the sums finds too much in a few hundred answers.
    for (let possible = 0; possible <= item.maxScore; possible += 1) {
      const chance = shifted.score(others, possible, strata, own);
      products.forEach((row, i) => {
        const weight = chance * (own[i] ?? 0);
        own.forEach((score, j) => (row[j] = (row[j] ?? 0) + weight * score));
      });
    }
  }
  // Less what finding the item's place by the same answers took of it.
  const withAll = products.map((row) => row.reduce((sum, value) => sum + value, 0));
  const ofAll = withAll.reduce((sum, value) => sum + value, 0);
  const size = STRATA - 1;
  const variance = products
    .slice(0, size)
    .map((row, i) =>
      row.slice(0, size).map((value, j) => value - ((withAll[i] ?? 0) * (withAll[j] ?? 0)) / ofAll),
    );
  const scores = sums.slice(0, size);
  const solved = solvePositive(variance, scores);
  if (!solved) return null;
  const statistic = solved.reduce((sum, value, i) => sum + value * (scores[i] ?? 0), 0);
  return { statistic, degreesOfFreedom: size };
}

/** The stratum of each point of the grid: equal shares of those who answered, by their posteriors. */
function strataOf({ grid }: CompiledItem, answers: readonly ItemAnswer[]): Uint8Array {
  const shares = new Float64Array(grid.points.length);
  for (const { sitting } of answers) {
    sitting.probabilities.forEach((share, i) => {
      const q = sitting.first + i;
      shares[q] = (shares[q] ?? 0) + share;
    });
  }
  let below = 0;
  return Uint8Array.from(shares, (share) => {
    const middle = (below + share / 2) / answers.length;
    below += share;
    return Math.min(STRATA - 1, Math.floor(STRATA * middle));
  });
}
