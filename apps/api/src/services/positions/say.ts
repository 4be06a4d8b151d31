import type { SayPositions } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * Keeps a teacher's word on the positions of a pupil of the class, for the school year of the
 * class. Refuses with `not-found` where the pupil is not in it, and `bad-request` where a competence
 * is none of the framework's.
 */
export async function sayPositions(
  { store, engines, clock }: ServiceContext,
  { id: staffId, schoolId }: Teacher,
  classId: string,
  { pupilId, positions }: SayPositions,
): Promise<{ kept: true }> {
  const [schoolClass, isMember] = await Promise.all([
    store.read.classes.byId({ schoolId, classId }),
    store.read.classes.hasMember({ schoolId, classId, pupilId }),
  ]);
  if (!schoolClass || !isMember) throw new Refusal('not-found');
  const known = new Set(engines.current.release.framework.competences.map(({ code }) => code));
  const distinct = new Map(positions.map(({ competence, level }) => [competence, level]));
  if ([...distinct.keys()].some((code) => !known.has(code))) throw new Refusal('bad-request');
  const { schoolYear } = schoolClass;
  const { change } = store;
  const said = [...distinct].flatMap(([competence, level]) =>
    level === null
      ? []
      : [{ schoolId, pupilId, competence, schoolYear, level, staffId, saidAt: clock() }],
  );
  const takenBack = [...distinct].filter(([, level]) => level === null);
  await store.write(
    ...(said.length > 0 ? [change.putPositions(...said)] : []),
    ...takenBack.map(([competence]) =>
      change.forgetPosition({ schoolId, pupilId, competence, schoolYear }),
    ),
  );
  return { kept: true };
}
