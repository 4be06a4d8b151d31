import { findRoot } from '../checks/numeric/root.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import { ShiftedItem } from './score-tables.ts';
import type { ItemAnswer } from './sitting.ts';

/** Where answers put an item. */
export interface Located {
  /** How much harder than the release has it, in logits. */
  readonly shift: number;
  readonly standardError: number;
}

/** Further than this from the release, an item has no place that one could speak of. */
const FURTHEST = 5;

/**
 * Where answers put an item, the others staying where the release has them: the shift of its
 * difficulty at which the marginal likelihood is highest (one-item-at-a-time fixed parameter
 * calibration, Kim 2006, Journal of Educational Measurement 43, 355-381). What was chosen to be
 * asked depends on answers alone, so that it may be left out of the likelihood (Mislevy & Wu 1996,
 * ETS Research Report 96-30): adaptive sittings serve as fixed forms do. The error is that of the
 * information expected of each answer, given the pupil's others.
 *
 * `null` where no place within 5 logits is better than its neighbours, as where all answers are
 * right.
 */
export function locateItem(item: CompiledItem, answers: readonly ItemAnswer[]): Located | null {
  if (answers.length === 0) return null;
  const slope = (shift: number) => slopeAt(item, answers, shift);
  const towards = slope(0) > 0 ? 1 : -1;
  let [from, to] = [0, towards];
  while (slope(to) * towards > 0) {
    [from, to] = [to, to + towards];
    if (Math.abs(to) > FURTHEST) return null;
  }
  const shift = findRoot(slope, from, to);
  return { shift, standardError: 1 / Math.sqrt(informationAt(item, answers, shift)) };
}

/** The slope of the marginal log likelihood in the shift. */
function slopeAt(item: CompiledItem, answers: readonly ItemAnswer[], shift: number): number {
  const shifted = new ShiftedItem(item, shift);
  const { strata, score } = oneStratum(item);
  let slope = 0;
  for (const answer of answers) {
    shifted.score(shifted.othersOf(answer), answer.score, strata, score);
    slope += score[0] ?? 0;
  }
  return slope;
}

/** What the answers tell of the shift, per square logit: over every score that could have been. */
function informationAt(item: CompiledItem, answers: readonly ItemAnswer[], shift: number): number {
  const shifted = new ShiftedItem(item, shift);
  const { strata, score } = oneStratum(item);
  let information = 0;
  for (const answer of answers) {
    const others = shifted.othersOf(answer);
    for (let possible = 0; possible <= item.maxScore; possible += 1) {
      const chance = shifted.score(others, possible, strata, score);
      information += chance * (score[0] ?? 0) ** 2;
    }
  }
  return information;
}

const oneStratum = ({ grid }: CompiledItem) => ({
  strata: new Uint8Array(grid.points.length),
  score: new Float64Array(1),
});
