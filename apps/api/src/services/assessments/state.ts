import type { SittingProgress } from '@jalon/types';

/** Whether an assessment takes no new sitting. A sitting already begun may be finished. */
export function isClosed(assessment: { closesAt: Date | null }, now: Date): boolean {
  return assessment.closesAt !== null && assessment.closesAt <= now;
}

/** Whether an assessment may be begun already. */
export function isOpened(assessment: { opensAt: Date | null }, now: Date): boolean {
  return assessment.opensAt === null || assessment.opensAt <= now;
}

/** Where a pupil stands with an assessment, from the attempt at it. */
export function sittingState(
  attempt: { status: 'open' | 'finished' } | null,
): SittingProgress['state'] {
  if (!attempt) return 'not-started';
  return attempt.status === 'open' ? 'working' : 'finished';
}
