import type { ScoredFeedback } from '@jalon/types';

export type Verdict = 'right' | 'partly' | 'wrong';

/** How an answer is spoken of: a part of the points is more than none. */
export function verdictOf({ correct, points }: ScoredFeedback): Verdict {
  if (correct) return 'right';
  return points > 0 ? 'partly' : 'wrong';
}
