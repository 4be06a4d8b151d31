import type { SittingProgress } from '@jalon/types';

/** So long without an answer, and somebody may be stuck: the longest simulators take three minutes. */
export const STUCK_MINUTES = 4;

/** So many answers too quick to have been read, and at least this share of them, is guessing. */
const QUICK_AT_LEAST = 3;
const QUICK_SHARE = 0.3;

const MINUTE_MS = 60_000;

/** Why a teacher may want to go and see a pupil. */
export type Attention = { kind: 'stuck'; minutes: number } | { kind: 'quick'; answers: number };

/** Whether a pupil at work may need somebody, at an instant; `null` where nothing says so. */
export function attentionFor(sitting: SittingProgress, now: string): Attention | null {
  if (sitting.state !== 'working') return null;
  const since = sitting.lastAnswerAt ?? sitting.startedAt;
  const minutes =
    since === null ? 0 : Math.floor((Date.parse(now) - Date.parse(since)) / MINUTE_MS);
  const { quickAnswers: answers, answered } = sitting;
  if (answers >= QUICK_AT_LEAST && answers >= answered * QUICK_SHARE)
    return { kind: 'quick', answers };
  return minutes >= STUCK_MINUTES ? { kind: 'stuck', minutes } : null;
}
