import type { LevelReport } from '../ability/levels.ts';

/** When a sitting may and must end. */
export interface StoppingRules {
  readonly minItems: number;
  readonly maxItems: number;
  /** Probability of the reported level from which more items are not worth the pupil's time. */
  readonly minLevelProbability: number;
}

export interface StoppingState extends StoppingRules {
  /** Items answered so far. */
  readonly count: number;
  readonly level: Pick<LevelReport, 'probability'>;
  /** Items left that could still be given. */
  readonly poolSize: number;
}

/** Why a sitting ends: its longest length, a level sure enough, or no item left. */
export type StoppingReason = 'max' | 'sure' | 'pool';

export type StoppingDecision =
  | { readonly stop: true; readonly reason: StoppingReason }
  | { readonly stop: false; readonly reason: null };

/**
 * Whether a sitting ends after the answers so far. The first that holds is the reason: the longest
 * length reached; the shortest length reached with a level probable enough; no item left.
 */
export function shouldStop(state: StoppingState): StoppingDecision {
  if (state.count >= state.maxItems) return { stop: true, reason: 'max' };
  if (state.count >= state.minItems && state.level.probability >= state.minLevelProbability) {
    return { stop: true, reason: 'sure' };
  }
  if (state.poolSize <= 0) return { stop: true, reason: 'pool' };
  return { stop: false, reason: null };
}
