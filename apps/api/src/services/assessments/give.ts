import type { AssessmentSummary, GiveAssessment } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { timeZoneOf } from '../time-zones.ts';
import { endOfSchoolDay } from './school-day.ts';
import { summarise } from './summary.ts';

/**
 * Gives an assessment to a class, under the release in force. Refuses with `no-items` where the
 * competence has none, and `assessment-closed` where its last day is over by the school's clocks.
 */
export async function giveAssessment(
  { store, engines, clock, newId }: ServiceContext,
  actor: Teacher,
  classId: string,
  input: GiveAssessment,
): Promise<AssessmentSummary> {
  const engine = engines.current;
  if (!engine.competences.has(input.competence)) throw new Refusal('no-items');
  const [schoolClass, giver] = await Promise.all([
    store.read.classes.byId({ schoolId: actor.schoolId, classId }),
    store.read.identity.staffById(actor.id),
  ]);
  if (!schoolClass || !giver?.schoolDepartment) throw new Refusal('not-found');
  const now = clock();
  const timeZone = timeZoneOf(giver.schoolDepartment);
  const closesAt = input.closesOn === null ? null : endOfSchoolDay(input.closesOn, timeZone);
  if (closesAt && closesAt <= now) throw new Refusal('assessment-closed');
  const row = {
    schoolId: actor.schoolId,
    id: newId(),
    classId,
    givenBy: actor.id,
    title: input.title,
    competence: input.competence,
    releaseVersion: engine.reference.version,
    feedback: input.feedback,
    givenAt: now,
    closesAt,
  };
  await store.write(store.change.addAssessment(row));
  return summarise(engines, row, { pupils: schoolClass.pupils, working: 0, finished: 0 }, now);
}
