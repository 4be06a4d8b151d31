import { compareClasses } from '@jalon/rosters';
import type { SchoolClassList, SchoolClassSummary, SchoolOverview } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { currentSchoolYear } from '../school-year.ts';

type Context = Pick<ServiceContext, 'store' | 'clock'>;

/** The school of an administrator, with its classes. Refuses with `not-found`. */
export async function readSchool(
  { store, clock }: Context,
  { schoolId }: Administrator,
): Promise<SchoolOverview> {
  const [school, transfers, classes] = await Promise.all([
    store.read.rows.schoolById(schoolId),
    store.read.transfers.ofSchool(schoolId),
    summaries(store, schoolId),
  ]);
  if (!school) throw new Refusal('not-found');
  const ofPupils = classes.filter(({ kind }) => kind === 'class');
  const sum = (count: (one: SchoolClassSummary) => number) =>
    ofPupils.reduce((total, one) => total + count(one), 0);
  return {
    name: school.name,
    uai: school.uai,
    schoolYear: currentSchoolYear({ clock }),
    pupils: sum(({ pupils }) => pupils),
    withoutCard: sum(({ withoutCard }) => withoutCard),
    recordsAsked: transfers.filter(
      ({ transfer }) => transfer.schoolId === schoolId && transfer.answer === null,
    ).length,
    classes,
  };
}

/** A class or group of the school, with its pupils by name. Refuses with `not-found`. */
export async function readSchoolClass(
  { store }: Context,
  { schoolId }: Administrator,
  classId: string,
): Promise<SchoolClassList> {
  const [classes, pupils, holders] = await Promise.all([
    summaries(store, schoolId),
    store.read.classes.pupils({ schoolId, classId }),
    store.read.roster.cardHolders(schoolId),
  ]);
  const summary = classes.find(({ id }) => id === classId);
  if (!summary) throw new Refusal('not-found');
  const withCard = new Set(holders);
  return {
    class: summary,
    pupils: pupils.map((pupil) => ({
      id: pupil.id,
      name: fullName(pupil),
      className: pupil.className,
      hasCard: withCard.has(pupil.id),
    })),
  };
}

/** The classes and groups of a school: newest year first, classes before groups, then by name. */
async function summaries(
  { read }: Context['store'],
  schoolId: string,
): Promise<SchoolClassSummary[]> {
  const [classes, places, holders, teachers] = await Promise.all([
    read.roster.classes(schoolId),
    read.roster.places(schoolId),
    read.roster.cardHolders(schoolId),
    read.roster.teachers(schoolId),
  ]);
  const withCard = new Set(holders);
  const pupilsOf = Map.groupBy(places, ({ classId }) => classId);
  return classes
    .map(({ id, name, kind, yearGroup, schoolYear }) => {
      const pupils = pupilsOf.get(id) ?? [];
      return {
        ...{ id, name, kind, yearGroup, schoolYear },
        pupils: pupils.length,
        withoutCard: pupils.filter(({ pupilId }) => !withCard.has(pupilId)).length,
        teachers: teachers.filter(({ classId }) => classId === id).map((one) => one.name),
      };
    })
    .sort((a, b) => b.schoolYear.localeCompare(a.schoolYear) || compareClasses(a, b));
}
