import { describeKey, type Instance, score, type Score } from '@jalon/items';
import { response } from '@jalon/items/contract';
import type { ScoredFeedback } from '@jalon/types';
import type { Engine } from '../engine.ts';
import type { ResponseRow } from './choose-item.ts';
import { instanceOf } from './instance.ts';

/** A score with its reason and the right answer, in words. */
export function explainScore(instance: Instance, scored: Score): ScoredFeedback {
  return {
    points: scored.points,
    possible: scored.possible,
    correct: scored.correct,
    text: scored.feedback,
    key: describeKey(instance),
    ...(scored.steps ? { steps: scored.steps } : {}),
  };
}

/** The same for a response that was kept: its instance is drawn again from its seed. */
export function explainKept(engine: Engine, kept: ResponseRow): ScoredFeedback {
  const instance = instanceOf(engine, kept);
  return explainScore(instance, score(instance, response.parse(kept.response)));
}
