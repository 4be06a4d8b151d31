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
const LARGEST_STEP = 1;
const CLOSE_ENOUGH = 1e-5;
const MOST_STEPS = 100;

/**
 * Where answers put an item, the others staying where the release has them: the shift of its
 * difficulty at which the marginal likelihood is highest (one-item-at-a-time fixed parameter
 * calibration, Kim 2006, Journal of Educational Measurement 43, 355-381). What was chosen to be
 * asked depends on answers alone, so that it may be left out of the likelihood (Mislevy & Wu 1996,
 * ETS Research Report 96-30): adaptive sittings serve as fixed forms do. The error is that of the
 * information as the answers show it, the sum of squared scores, by which the steps towards the
 * place are measured too (Berndt, Hall, Hall & Hausman 1974).
 *
 * `null` where no place within 5 logits is better than its neighbours, as where all answers are
 * right.
 */
export function locateItem(item: CompiledItem, answers: readonly ItemAnswer[]): Located | null {
  let shift = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { gradient, information } = slopeAt(item, answers, shift);
    if (!(information > 0)) return null;
    const step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, gradient / information));
    shift += step;
    if (Math.abs(shift) > FURTHEST) return null;
    if (Math.abs(step) < CLOSE_ENOUGH) return { shift, standardError: 1 / Math.sqrt(information) };
  }
  return null;
}

/** The slope of the marginal log likelihood in the shift, and the sum of squares of its parts. */
function slopeAt(item: CompiledItem, answers: readonly ItemAnswer[], shift: number) {
  const shifted = new ShiftedItem(item, shift);
  const everywhere = new Uint8Array(item.grid.points.length);
  const score = new Float64Array(1);
  let gradient = 0;
  let information = 0;
  for (const answer of answers) {
    shifted.score(shifted.othersOf(answer), answer.score, everywhere, score);
    const [own = 0] = score;
    gradient += own;
    information += own * own;
  }
  return { gradient, information };
}
