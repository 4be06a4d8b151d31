import type { Pupil, Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { AttemptRow } from './choose-item.ts';

/**
 * An attempt with whose it is, for whoever may read its result, `whileOpen` or only once it is
 * finished; a teacher's look is logged. Refuses with `not-found` or `attempt-open`.
 */
export async function openResult(
  { store, clock, newId }: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
  actor: Pupil | Teacher,
  attemptId: string,
  { whileOpen }: { whileOpen: boolean },
): Promise<{ attempt: AttemptRow; pupil: { id: string; firstName: string; lastName: string } }> {
  const attempt = await store.read.attempts.byId({ schoolId: actor.schoolId, attemptId });
  if (!attempt) throw new Refusal('not-found');
  if (!whileOpen && attempt.status === 'open') throw new Refusal('attempt-open');
  const pupil = await store.read.identity.pupilById(attempt);
  if (!pupil) throw new Refusal('not-found');
  if (actor.role !== 'pupil') {
    await store.write(
      store.change.addAccess({
        id: newId(),
        schoolId: actor.schoolId,
        actorId: actor.id,
        pupilId: attempt.pupilId,
        action: 'result:read',
        at: clock(),
      }),
    );
  }
  return { attempt, pupil };
}
