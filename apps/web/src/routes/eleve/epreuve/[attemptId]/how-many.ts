import type { AttemptView } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

/** How many questions there are, as far as it is known at one of them. */
export function howMany({ atLeast, atMost }: AttemptView['progress'], ordinal: number): string {
  if (atLeast >= atMost) return m.sitting_count_all({ atMost });
  return ordinal < atLeast
    ? m.sitting_count_range({ atLeast, atMost })
    : m.sitting_count_most({ atMost });
}

/** About how long there is left to answer; nothing where there is no bound. */
export function timeLeft({ minutes }: AttemptView['progress']): string {
  return minutes ? m.sitting_minutes_left({ count: minutes.left }) : '';
}
