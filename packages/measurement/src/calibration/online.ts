import type { Posterior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { checkItem, type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curvesAt } from '../models/response-curves.ts';

/**
 * What is known of an item's difficulty after one more answer to it. The belief, normal with mean
 * and sd, is weighed by what the answer says at each difficulty, averaged over the pupil's ability,
 * and the normal with the same mean and sd is kept (assumed-density filtering; Maybeck 1982,
 * Stochastic Models vol. 2; for item calibration, Glickman 1999 and Verschoor et al. 2019). All steps
 * of an item move together. The discrimination stays: one answer at a time hardly tells it apart from
 * the spread of abilities, and a normal that forgets their correlation would drift; `calibrate`
 * estimates it from whole tables.
 *
 * `pupil` must be the posterior before this answer: after it, the answer would count twice.
 * An exact difficulty (sd 0) stays. Throws `invalid-argument` for an item or a score outside its
 * domain.
 */
export function updateDifficulty<Item extends ItemParameters>(
  item: Item,
  score: number,
  pupil: Posterior,
): Item {
  const { grid, probabilities } = pupil;
  const furthest = grid.points.reduce((most, point) => Math.max(most, Math.abs(point)), 0);
  checkItem(item, furthest, REACH);
  if (!(Number.isInteger(score) && score >= 0 && score <= maxScore(item))) {
    throw new MeasurementError(
      'invalid-argument',
      `A score must be a whole number from 0 to ${maxScore(item)}; got ${score}.`,
    );
  }
  let [total, first, second] = [0, 0, 0];
  for (let deviate = -REACH; deviate <= REACH; deviate += STEP) {
    let likelihood = 0;
    probabilities.forEach((probability, q) => {
      if (probability < NEGLIGIBLE) return;
      const curves = curvesAt(item, grid.points[q] ?? Number.NaN, item.difficultySd * deviate);
      likelihood += probability * (curves.probabilities[score] ?? 0);
    });
    const weight = likelihood * Math.exp((-deviate * deviate) / 2);
    total += weight;
    first += weight * deviate;
    second += weight * deviate * deviate;
  }
  // Where the answer is too improbable for numbers, it would sooner be a mistake than evidence.
  if (!(total > 0)) return item;
  const mean = first / total;
  const shift = item.difficultySd * mean;
  const difficultySd = item.difficultySd * Math.sqrt(Math.max(0, second / total - mean * mean));
  return 'steps' in item
    ? { ...item, steps: item.steps.map((step) => step + shift), difficultySd }
    : { ...item, difficulty: item.difficulty + shift, difficultySd };
}

/** Standard normal deviates of the difficulty that are looked at: -6 to 6 by a quarter. */
const REACH = 6;
const STEP = 0.25;
const NEGLIGIBLE = 1e-12;
