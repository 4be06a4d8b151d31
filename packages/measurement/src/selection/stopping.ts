import type { LevelReport } from '../ability/levels.ts';

/** When a sitting may and must end. */
export interface StoppingRules {
  readonly minItems: number;
  readonly maxItems: number;
  /** Probability of the reported level from which more items are not worth the pupil's time. */
  readonly minLevelProbability: number;
}

/** Rules a scale may add; one that is absent is not used. */
export interface FurtherStoppingRules {
  /** Standard error, in logits, at or below which the ability is known well enough. */
  readonly maxStandardError?: number;
  /**
   * What the best item left is to bring at least: a fall of the posterior variance in square logits
   * (`varianceGain`), or of the probability of a wrong level (`levelGain`).
   */
  readonly minGain?: { readonly of: 'variance' | 'level'; readonly least: number };
  /** Seconds after which no new item is given. */
  readonly maxSeconds?: number;
}

export interface StoppingState extends StoppingRules {
  /** Items answered so far. */
  readonly count: number;
  readonly level: Pick<LevelReport, 'probability'>;
  /** Items left that could still be given. */
  readonly poolSize: number;
}

/** What the further rules look at. */
export interface FurtherStoppingState extends FurtherStoppingRules {
  readonly standardError: number;
  /** Seconds used so far, as the caller counts them. */
  readonly secondsUsed: number;
  /** The gains of the items left, looked at one by one until one is enough, where the rule is used. */
  readonly gainsLeft: (of: 'variance' | 'level') => Iterable<number>;
}

/** Why a sitting ends: its longest length, a level sure enough, or no item left. */
export type StoppingReason = 'max' | 'sure' | 'pool';

/** Why else it ends: no time left, an ability known well enough, or nothing much left to learn. */
export type FurtherStoppingReason = 'time' | 'precise' | 'gain';

export type StoppingDecision<Reason extends string = StoppingReason> =
  | { readonly stop: true; readonly reason: Reason }
  | { readonly stop: false; readonly reason: null };

/**
 * Whether a sitting ends after the answers so far. The first that holds is the reason: the longest
 * length reached; the time used up; from the shortest length on, a level probable enough, a standard
 * error small enough, or no item left that would bring enough; no item left.
 *
 * The standard error and the gains are the posterior's: with a prior, a short sitting may be precise
 * because the prior is. The order of the rules changes the reason, never whether a sitting ends.
 */
export function shouldStop(state: StoppingState): StoppingDecision;
export function shouldStop(
  state: StoppingState,
  further: FurtherStoppingState,
): StoppingDecision<StoppingReason | FurtherStoppingReason>;
export function shouldStop(
  state: StoppingState,
  further?: FurtherStoppingState,
): StoppingDecision<StoppingReason | FurtherStoppingReason> {
  if (state.count >= state.maxItems) return { stop: true, reason: 'max' };
  if (further && isAtLeast(further.secondsUsed, further.maxSeconds)) {
    return { stop: true, reason: 'time' };
  }
  if (state.count >= state.minItems) {
    if (state.level.probability >= state.minLevelProbability) return { stop: true, reason: 'sure' };
    if (further && isAtLeast(further.maxStandardError, further.standardError)) {
      return { stop: true, reason: 'precise' };
    }
  }
  if (state.poolSize <= 0) return { stop: true, reason: 'pool' };
  if (state.count >= state.minItems && further && bringsTooLittle(further)) {
    return { stop: true, reason: 'gain' };
  }
  return { stop: false, reason: null };
}

/** Whether a value reaches a bound; not where either is absent. */
const isAtLeast = (value: number | undefined, bound: number | undefined): boolean =>
  value !== undefined && bound !== undefined && value >= bound;

function bringsTooLittle({ minGain, gainsLeft }: FurtherStoppingState): boolean {
  if (!minGain) return false;
  for (const gain of gainsLeft(minGain.of)) if (gain >= minGain.least) return false;
  return true;
}
