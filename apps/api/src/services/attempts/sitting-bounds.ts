import type { Row } from '@jalon/store';

type AttemptRow = Row<'attempt'>;

/** A question counts for ten minutes at most: whoever is away from it for longer answers nothing. */
const MOST_COUNTED_MS = 600_000;

/** How many questions a sitting has, at least and at most. */
export function lengthOf(
  { questions }: Pick<AttemptRow, 'questions'>,
  scale: { minItems: number; maxItems: number },
): { minItems: number; maxItems: number } {
  if (questions === null) return { minItems: scale.minItems, maxItems: scale.maxItems };
  return { minItems: questions, maxItems: questions };
}

/** The time of answering after one more answer, in milliseconds. */
export const usedAfter = (usedMs: number, durationMs: number): number =>
  usedMs + Math.min(durationMs, MOST_COUNTED_MS);

/** Whether no new question comes, since the time of answering is used up. */
export const isTimeUp = ({ msAtMost }: Pick<AttemptRow, 'msAtMost'>, usedMs: number): boolean =>
  msAtMost !== null && usedMs >= msAtMost;

const MINUTE_MS = 60_000;

/** Minutes that are allowed and that are left, rounded up; `null` where there is no bound. */
export function minutesOf({ msAtMost, usedMs }: Pick<AttemptRow, 'msAtMost' | 'usedMs'>) {
  if (msAtMost === null) return null;
  return {
    allowed: Math.ceil(msAtMost / MINUTE_MS),
    left: Math.max(0, Math.ceil((msAtMost - usedMs) / MINUTE_MS)),
  };
}

/** Extra time is a third more: the usual measure in French examinations (décret 2005-1617). */
const EXTRA_TIME = 4 / 3;

/** How many minutes a pupil may take, rounded up; `null` where as long as it takes. */
export function minutesFor(minutes: number | null, hasExtraTime: boolean): number | null {
  const allowed = timeAllowed(minutes, hasExtraTime);
  return allowed === null ? null : Math.ceil(allowed / MINUTE_MS);
}

/** How long a pupil may take, in milliseconds; `null` where as long as it takes. */
export function timeAllowed(minutes: number | null, hasExtraTime: boolean): number | null {
  if (minutes === null) return null;
  return Math.round(minutes * MINUTE_MS * (hasExtraTime ? EXTRA_TIME : 1));
}
