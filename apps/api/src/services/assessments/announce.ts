import type { Store } from '@jalon/store';
import { QUICK_ANSWER_MS, type SittingProgress } from '@jalon/types';
import type { AttemptRow } from '../attempts/choose-item.ts';
import type { ServiceContext } from '../context.ts';
import type { Moved } from '../sitting-events.ts';
import { sittingOf } from './progress.ts';

/** Tells the teachers who watch the attempt's assessment, if it has one, that its pupil moved on. */
export function announceSitting({ events }: ServiceContext, attempt: AttemptRow): void {
  const { schoolId, assessmentId, id: attemptId } = attempt;
  if (assessmentId !== null) events.announce({ schoolId, assessmentId, attemptId });
}

/** Where the pupil of an attempt is now; `null` where either is there no more. */
export async function lookAtSitting(
  store: Store,
  { schoolId, attemptId }: Moved,
): Promise<SittingProgress | null> {
  const attempt = await store.read.attempts.byId({ schoolId, attemptId });
  const pupil = attempt && (await store.read.identity.pupilById(attempt));
  if (!pupil) return null;
  const quick = await store.read.attempts.quickAnswers({
    ...{ schoolId, attemptId },
    belowMs: QUICK_ANSWER_MS,
  });
  return sittingOf(pupil, attempt, quick);
}
