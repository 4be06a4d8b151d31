import type { AttemptView } from '@jalon/types';
import type { Pupil } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { viewAttempt } from './view.ts';

/** An attempt where it stands, for its pupil. */
export async function readAttempt(
  { store, engines }: ServiceContext,
  actor: Pupil,
  attemptId: string,
): Promise<AttemptView> {
  const attempt = await store.read.attempts.byId({ schoolId: actor.schoolId, attemptId });
  if (!attempt) throw new Refusal('not-found');
  return viewAttempt(engines.of(attempt.releaseVersion), attempt);
}
