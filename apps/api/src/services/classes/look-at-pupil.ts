import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** A pupil with their class, for whoever teaches them: a look that is logged. Refuses with `not-found`. */
export async function lookAtPupil(
  { store, clock, newId }: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
  { id: actorId, schoolId }: Teacher,
  pupilId: string,
) {
  const pupil = await store.read.identity.pupilById({ schoolId, pupilId });
  if (!pupil) throw new Refusal('not-found');
  const schoolClass = await store.read.classes.byId({ schoolId, classId: pupil.classId });
  if (!schoolClass) throw new Refusal('not-found');
  const at = clock();
  const look = { schoolId, id: newId(), actorId, pupilId, action: 'pupil:read', at };
  await store.write(store.change.addAccess(look));
  return { pupil, schoolClass, at };
}
