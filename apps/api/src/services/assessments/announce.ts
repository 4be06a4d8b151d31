import type { AttemptRow } from '../attempts/choose-item.ts';
import type { ServiceContext } from '../context.ts';
import { sittingOf } from './progress.ts';

/** Tells the teachers who watch the attempt's assessment, if it has one, where its pupil is now. */
export function announceSitting({ store, events }: ServiceContext, attempt: AttemptRow): void {
  if (attempt.assessmentId === null) return;
  events.publish(attempt.assessmentId, async () => {
    const pupil = await store.read.identity.pupilById(attempt.pupilId);
    if (!pupil) throw new Error(`Attempt ${attempt.id} has no pupil.`);
    return sittingOf(pupil, attempt);
  });
}
