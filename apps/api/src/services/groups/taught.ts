import { compareClasses, compareNames } from '@jalon/rosters';
import type { GroupPupils } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { currentSchoolYear } from '../school-year.ts';

type Context = Pick<ServiceContext, 'store' | 'clock'>;

/** A pupil whom somebody teaches, in the first of the places where they do: a class before a group. */
export interface TaughtPupil {
  id: string;
  firstName: string;
  lastName: string;
  /** Their own, or that of the place. */
  yearGroup: string;
  place: { id: string; name: string; kind: 'class' | 'group' };
  /** The newest among their places. */
  schoolYear: string;
}

/** The pupils of the classes and groups that somebody teaches this school year, by id. */
export async function taughtPupils(
  { store, clock }: Context,
  { id: staffId, schoolId }: Teacher,
): Promise<ReadonlyMap<string, TaughtPupil>> {
  const since = currentSchoolYear({ clock });
  const rows = await store.read.classes.pupilsTaughtBy({ schoolId, staffId, since });
  const places = rows
    .map(({ classId, className, kind, yearGroup, classYearGroup, ...pupil }) => ({
      ...pupil,
      yearGroup: yearGroup ?? classYearGroup,
      place: { id: classId, name: className, kind },
    }))
    .sort((a, b) => compareClasses(a.place, b.place));
  const pupils = new Map<string, TaughtPupil>();
  for (const row of places) {
    const known = pupils.get(row.id);
    if (!known) pupils.set(row.id, row);
    else if (row.schoolYear > known.schoolYear) known.schoolYear = row.schoolYear;
  }
  return pupils;
}

/** Whom somebody may put into a group, each in one place: classes before groups, by name. */
export async function readGroupPupils(context: Context, actor: Teacher): Promise<GroupPupils> {
  const pupils = await taughtPupils(context, actor);
  const byPlace = Map.groupBy(pupils.values(), ({ place }) => place.id);
  return {
    schoolYear: currentSchoolYear(context),
    places: [...byPlace.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const sorted = some.toSorted(
        (a, b) => compareNames(a.lastName, b.lastName) || compareNames(a.firstName, b.firstName),
      );
      return [
        { ...first.place, pupils: sorted.map((one) => ({ id: one.id, name: fullName(one) })) },
      ];
    }),
  };
}
