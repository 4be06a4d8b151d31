import { MeasurementError } from '../core/errors.ts';

/**
 * An item scored right or wrong, on the logistic metric (D = 1). With `lower` and `upper` absent it
 * is the two-parameter model (Birnbaum 1968), and the Rasch model where all discriminations are
 * equal; `lower` is what guessing gives (three-parameter model), `upper` what even the ablest reach
 * (four-parameter model; Barton & Lord 1981).
 */
export interface LogisticItem {
  /** Slope, per logit. */
  readonly discrimination: number;
  /** Mean of what is known of the difficulty, in logits. */
  readonly difficulty: number;
  /** Standard deviation of what is known of the difficulty, in logits; 0 where it is exact. */
  readonly difficultySd: number;
  /** Probability of a right answer far below the difficulty, in [0, upper). */
  readonly lower?: number;
  /** Probability of a right answer far above the difficulty, in (lower, 1]. */
  readonly upper?: number;
}

/**
 * An item scored 0 to m in steps: the generalised partial credit model (Muraki 1992, Applied
 * Psychological Measurement 16, 159-176). `steps[k - 1]` is the ability at which scores k - 1 and k
 * are equally probable.
 */
export interface PartialCreditItem {
  /** Slope, per logit and step. */
  readonly discrimination: number;
  /** Mean of what is known of each step's difficulty, in logits; they need not increase. */
  readonly steps: readonly number[];
  /** Standard deviation, in logits, of an error that all steps share. */
  readonly difficultySd: number;
}

export type ItemParameters = LogisticItem | PartialCreditItem;

/** How many points an item is scored out of: 1 where it is right or wrong. */
export const maxScore = (item: ItemParameters): number => ('steps' in item ? item.steps.length : 1);

/** The location of an item on the scale of abilities, in logits: the mean of its steps. */
export const locationOf = (item: ItemParameters): number =>
  'steps' in item
    ? item.steps.reduce((sum, step) => sum + step, 0) / item.steps.length
    : item.difficulty;

/** Where exponentials of the logits would leave the range of numbers. */
const LARGEST_LOGIT = 700;

/**
 * Throws `invalid-argument` for parameters that make no item, or one so far from abilities up to
 * `largestAbility` (its uncertainty counted, up to `reach` standard deviations) that its
 * probabilities would underflow.
 */
export function checkItem(item: ItemParameters, largestAbility: number, reach: number): void {
  const { discrimination, difficultySd } = item;
  const steps = 'steps' in item ? item.steps : [item.difficulty];
  const { lower = 0, upper = 1 } = 'steps' in item ? {} : item;
  const furthest = Math.max(...steps.map((step) => largestAbility + Math.abs(step)));
  const isItem =
    discrimination > 0 &&
    difficultySd >= 0 &&
    steps.length >= 1 &&
    lower >= 0 &&
    lower < upper &&
    upper <= 1 &&
    discrimination * steps.length * (furthest + reach * difficultySd) <= LARGEST_LOGIT;
  if (isItem) return;
  throw new MeasurementError(
    'invalid-argument',
    `An item needs discrimination > 0, difficultySd >= 0, difficulties near the scale and 0 <= lower < upper <= 1; got ${JSON.stringify(item)}.`,
  );
}
