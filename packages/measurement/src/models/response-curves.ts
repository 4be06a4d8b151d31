import type { ItemParameters, LogisticItem, PartialCreditItem } from './item-parameters.ts';

/** The probabilities of the scores 0 to m at one ability, and their slopes in the ability. */
export interface ScoreCurves {
  readonly probabilities: Float64Array;
  readonly slopes: Float64Array;
}

/** The curves of an item whose difficulties lie `shift` logits above their means. */
export function curvesAt(item: ItemParameters, ability: number, shift = 0): ScoreCurves {
  return 'steps' in item ? partialCredit(item, ability - shift) : logistic(item, ability - shift);
}

/**
 * P = lower + (upper - lower)·L(a(θ - b)). Both probabilities are sums of positive terms, never a
 * difference from 1, so that each keeps its full precision where it is small.
 */
function logistic(item: LogisticItem, ability: number): ScoreCurves {
  const { lower = 0, upper = 1 } = item;
  const logit = item.discrimination * (ability - item.difficulty);
  const decay = Math.exp(-Math.abs(logit));
  const likelier = 1 / (1 + decay);
  const rarer = likelier * decay;
  const span = upper - lower;
  const right = lower + span * (logit < 0 ? rarer : likelier);
  const wrong = 1 - upper + span * (logit < 0 ? likelier : rarer);
  const slope = item.discrimination * span * (rarer / (1 + decay));
  return {
    probabilities: Float64Array.of(wrong, right),
    slopes: Float64Array.of(-slope, slope),
  };
}

/** P(k) ∝ exp Σ_{j ≤ k} a(θ - b_j); its slope is a·P(k)·(k - E[score]). */
function partialCredit(item: PartialCreditItem, ability: number): ScoreCurves {
  const { discrimination, steps } = item;
  const probabilities = new Float64Array(steps.length + 1);
  let logit = 0;
  let largest = 0;
  for (let k = 1; k <= steps.length; k += 1) {
    logit += discrimination * (ability - (steps[k - 1] ?? Number.NaN));
    probabilities[k] = logit;
    if (logit > largest) largest = logit;
  }
  let total = 0;
  for (let k = 0; k < probabilities.length; k += 1) {
    const weight = Math.exp((probabilities[k] ?? 0) - largest);
    probabilities[k] = weight;
    total += weight;
  }
  let expected = 0;
  for (let k = 0; k < probabilities.length; k += 1) {
    probabilities[k] = (probabilities[k] ?? 0) / total;
    expected += k * (probabilities[k] ?? 0);
  }
  const slopes = probabilities.map((p, k) => discrimination * p * (k - expected));
  return { probabilities, slopes };
}
