import { LARGEST_SLOPE, type Summit } from './climb.ts';
import type { CalibratedItem } from './item-estimates.ts';
import type { CalibrationProblem } from './problems.ts';

/** What is wrong with single items, in their order. */
export function itemProblems(
  counts: readonly Float64Array[],
  items: readonly CalibratedItem[],
  telling: readonly number[],
  held: readonly boolean[],
): CalibrationProblem[] {
  return items.flatMap((estimate, item) => {
    const ofItem = counts[item] ?? new Float64Array();
    if (!estimate.told) return [oneScore(item, ofItem)];
    const unused = Array.from(ofItem.keys()).filter((score) => ofItem[score] === 0);
    const found: CalibrationProblem[] = unused.map((score) => ({
      code: 'unused-score',
      item,
      message: `nobody scored ${score}; half an average person was added, so its steps are bounds.`,
    }));
    if (Math.abs(estimate.discrimination) < SMALLEST_TELLING) {
      found.push({
        code: 'no-discrimination',
        item,
        message: 'the score does not depend on ability; its difficulty means nothing.',
      });
    } else if (estimate.discrimination < 0) {
      found.push({
        code: 'negative-discrimination',
        item,
        message: 'abler persons score less on it; its key may be wrong.',
      });
    }
    if (held[telling.indexOf(item)]) {
      found.push({
        code: 'unbounded-discrimination',
        item,
        message: `the discrimination grew without end and was kept at ${LARGEST_SLOPE}.`,
      });
    }
    return found;
  });
}

/** What is wrong with the whole. */
export function summitProblems(summit: Summit, identified: boolean): CalibrationProblem[] {
  const found: CalibrationProblem[] = [];
  if (!summit.converged) {
    found.push({
      code: 'not-converged',
      message: `The maximum was not reached in ${summit.passes} passes; a derivative of ${summit.gradientNorm.toPrecision(2)} is left.`,
    });
  }
  if (!identified) {
    found.push({
      code: 'not-identified',
      message: 'These answers do not determine all parameters; there are no standard errors.',
    });
  }
  return found;
}

function oneScore(item: number, counts: Float64Array): CalibrationProblem {
  const seen = counts.findIndex((n) => n > 0);
  const message =
    seen < 0
      ? 'nobody answered it; nothing is known of it.'
      : `all who answered it scored ${seen}; it was left out, and its difficulty is a bound.`;
  return { code: 'one-score', item, message };
}

const SMALLEST_TELLING = 0.01;
