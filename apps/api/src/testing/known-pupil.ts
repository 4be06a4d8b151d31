import { type Pupil, type Teacher } from '../services/actor.ts';
import { readPupilFile } from '../services/classes/pupil-file.ts';
import type { ServiceContext } from '../services/context.ts';
import { jobToEnqueue } from '../services/jobs/enqueue.ts';
import { findPerson } from '../services/people.ts';
import { openSession } from '../services/session.ts';
import { taking } from './taking.ts';
import { people } from './two-schools.ts';

type Place = 'own' | 'sameSchool' | 'otherSchool';

/** The pupil and the teacher of a class of the two schools. */
export function whoIsIn(place: Place): { pupil: Pupil; teacher: Teacher; attempt: string } {
  const { school: schoolId, pupil, teacher, attempt } = people[place];
  return {
    pupil: { role: 'pupil', id: pupil, schoolId },
    teacher: { role: 'teacher', id: teacher, schoolId },
    attempt,
  };
}

/**
 * Lets a pupil do all that leaves a trace: a test, a practice left open, a session; be looked at by
 * the teacher, who has a session too; and be the subject of a job.
 */
export async function leaveTraces(services: ServiceContext, place: Place = 'own'): Promise<void> {
  const { pupil, teacher, attempt } = whoIsIn(place);
  const taker = taking(services, pupil);
  await taker.finish(attempt);
  const practice = await taker.practise();
  await taker.answer(practice.id);
  for (const key of [pupil, teacher]) {
    const person = await findPerson(services.store, key);
    if (!person) throw new Error(`Nobody is ${key.id}.`);
    await openSession(services, person);
  }
  await readPupilFile(services, teacher, pupil.id);
  const { schoolId } = pupil;
  const input = { pupil: pupil.id };
  const asked = { kind: 'about-one', uniqueKey: `about ${place}`, schoolId, input };
  await services.store.write(jobToEnqueue(services, asked));
}
