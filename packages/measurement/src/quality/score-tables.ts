import type { CompiledItem } from '../models/compiled-item.ts';
import { curvesAt } from '../models/response-curves.ts';
import type { ItemAnswer } from './sitting.ts';

/** What one score says at each point of the grid, were the item some logits harder. */
interface ScoreTable {
  /** Its probability there. */
  readonly probability: Float64Array;
  /** How fast the logarithm of that changes with the item's difficulty, per logit. */
  readonly slope: Float64Array;
  /** Its probability by the release's curve, which the sittings' posteriors were made with. */
  readonly assumed: Float64Array;
}

/** What the answers to other items say of the ability of one who answered. */
export interface Others {
  readonly weights: Float64Array;
  /** How many of them are in use, and the point of the grid that the first is about. */
  readonly length: number;
  readonly first: number;
}

/**
 * The curves of an item that lies `shift` logits from where the release has it, beside the answers
 * that it got. A sitting's posterior holds its answer by the release's curve, averaged over what is
 * not known of the difficulty; dividing by that curve takes it out again, and leaves what the other
 * answers say. It comes back by the curve of one difficulty: all pupils meet the same true one.
 *
 * What is given is only good until the next is asked for.
 */
export class ShiftedItem {
  readonly #item: CompiledItem;
  readonly #shift: number;
  readonly #tables = new Map<number, ScoreTable>();
  readonly #others: Float64Array;

  constructor(item: CompiledItem, shift: number) {
    this.#item = item;
    this.#shift = shift;
    this.#others = new Float64Array(item.grid.points.length);
  }

  /** What the others say; sums to 1. */
  othersOf({ score, sitting }: ItemAnswer): Others {
    const { assumed } = this.#tableOf(score);
    const { first, probabilities } = sitting;
    const { length } = probabilities;
    const weights = this.#others;
    let total = 0;
    for (let i = 0; i < length; i += 1) {
      const weight = (probabilities[i] ?? 0) / (assumed[first + i] ?? 1);
      weights[i] = weight;
      total += weight;
    }
    for (let i = 0; i < length; i += 1) weights[i] = (weights[i] ?? 0) / total;
    return { weights, length, first };
  }

  /**
   * The probability of a score by what the others say. Puts into `scores` how fast its logarithm
   * would change, were the item harder in one stratum of abilities alone; `strata` says in which
   * each point of the grid is.
   */
  score(others: Others, score: number, strata: Uint8Array, scores: Float64Array): number {
    const { probability, slope } = this.#tableOf(score);
    const { weights, length, first } = others;
    let total = 0;
    scores.fill(0);
    for (let i = 0; i < length; i += 1) {
      const weight = (weights[i] ?? 0) * (probability[first + i] ?? 0);
      const stratum = strata[first + i] ?? 0;
      scores[stratum] = (scores[stratum] ?? 0) + weight * (slope[first + i] ?? 0);
      total += weight;
    }
    for (let h = 0; h < scores.length; h += 1) scores[h] = (scores[h] ?? 0) / total;
    return total;
  }

  #tableOf(score: number): ScoreTable {
    const known = this.#tables.get(score);
    if (known) return known;
    const made = scoreTable(this.#item, score, this.#shift);
    this.#tables.set(score, made);
    return made;
  }
}

/** A fraction between 0 and 1 lies between the two curves, as `updatePosterior` has it. */
function scoreTable(item: CompiledItem, score: number, shift: number): ScoreTable {
  const shares: [score: number, share: number][] = Number.isInteger(score)
    ? [[score, 1]]
    : [
        [0, 1 - score],
        [1, score],
      ];
  const { points } = item.grid;
  const [probability, slope, assumed] = [points.slice(), points.slice(), points.slice()];
  points.forEach((ability, q) => {
    const { probabilities, slopes } = curvesAt(item.parameters, ability, shift);
    let [log, change, logAssumed] = [0, 0, 0];
    for (const [whole, share] of shares) {
      const own = probabilities[whole] ?? Number.NaN;
      log += share * Math.log(own);
      change -= (share * (slopes[whole] ?? 0)) / own;
      logAssumed += share * (item.logProbabilities[whole]?.[q] ?? Number.NaN);
    }
    probability[q] = Math.exp(log);
    slope[q] = change;
    assumed[q] = Math.exp(logAssumed);
  });
  return { probability, slope, assumed };
}
