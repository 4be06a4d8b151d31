import type { AssessmentSummary, GiveAssessments } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import { candidatesOf } from '../attempts/candidates.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import { timeZoneOf } from '../time-zones.ts';
import { chosenBy } from './choose-pupils.ts';
import { endOfSchoolDay, startOfSchoolDay } from './school-day.ts';
import { summarise } from './summary.ts';

/**
 * Gives something to do to a class or to some of it, under the release in force: one assessment a
 * competence, tied together where there are several. A competence that nobody needs is left out.
 * Refuses with `no-items` where a competence has none of these levels, `assessment-closed` where
 * the last day is over by the school's clocks, `nobody-in-need`, or `not-found` where a pupil is
 * not of the class.
 */
export async function giveAssessments(
  context: ServiceContext,
  actor: Teacher,
  classId: string,
  input: GiveAssessments,
): Promise<AssessmentSummary[]> {
  const { store, engines, clock, newId } = context;
  const { schoolId } = actor;
  const engine = engines.current;
  refuseWithoutItems(engine, input);
  const [schoolClass, giver] = await Promise.all([
    store.read.classes.byId({ schoolId, classId }),
    store.read.identity.staffById(actor.id),
  ]);
  if (!schoolClass || !giver?.schoolDepartment) throw new Refusal('not-found');
  const now = clock();
  const days = daysOf(input, timeZoneOf(giver.schoolDepartment), now);
  const chosen = await chosenBy(context, actor, classId, input);
  const given = input.competences.filter((code) => chosen?.get(code)?.length !== 0);
  if (given.length === 0) throw new Refusal('nobody-in-need');
  const sequence = given.length > 1 ? newId() : null;
  const rows = given.map((competence, index) => ({
    schoolId,
    id: newId(),
    classId,
    givenBy: actor.id,
    title: input.title,
    competence,
    releaseVersion: engine.reference.version,
    feedback: input.feedback,
    mode: input.mode,
    givenAt: now,
    ...days,
    questions: input.questions,
    minutes: input.minutes,
    levelFrom: input.levels?.from ?? null,
    levelTo: input.levels?.to ?? null,
    audience: chosen ? ('chosen' as const) : ('class' as const),
    sequence,
    rank: index + 1,
  }));
  const pupilsOf = (competence: string) => chosen?.get(competence) ?? [];
  const members = rows.flatMap(({ id: assessmentId, competence }) =>
    pupilsOf(competence).map((pupilId) => ({ schoolId, assessmentId, pupilId })),
  );
  await store.write(
    store.change.addAssessments(...rows),
    ...(members.length > 0 ? [store.change.addAssessmentPupils(...members)] : []),
  );
  return rows.map((row) => {
    const chosenHere = chosen ? pupilsOf(row.competence).length : null;
    const counted = { pupils: chosenHere ?? schoolClass.pupils, working: 0, finished: 0 };
    return summarise(engines, row, { ...counted, chosen: chosenHere }, now);
  });
}

function refuseWithoutItems({ competences }: Engine, { levels, ...input }: GiveAssessments): void {
  for (const code of input.competences) {
    const competence = competences.get(code);
    const bounds = { levelFrom: levels?.from ?? null, levelTo: levels?.to ?? null };
    if (!competence || candidatesOf(competence, { ...bounds, reach: 'any' }).length === 0) {
      throw new Refusal('no-items');
    }
  }
}

/** From when and until when, by the school's clocks. */
function daysOf({ opensOn, closesOn }: GiveAssessments, timeZone: string, now: Date) {
  const opensAt = opensOn === null ? null : startOfSchoolDay(opensOn, timeZone);
  const closesAt = closesOn === null ? null : endOfSchoolDay(closesOn, timeZone);
  if (closesAt && closesAt <= (opensAt && opensAt > now ? opensAt : now)) {
    throw new Refusal('assessment-closed');
  }
  return { opensAt: opensAt && opensAt > now ? opensAt : null, closesAt };
}
