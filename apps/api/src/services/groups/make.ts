import { joinYearGroups } from '@jalon/rosters';
import type { ClassSummary, MakeGroup } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { OTHER_YEAR_GROUP } from '../rosters/changes-of-roster.ts';
import { currentSchoolYear } from '../school-year.ts';
import { ownName } from './own-name.ts';
import { taughtPupils } from './taught.ts';

/**
 * Makes a group of pupils whom its maker teaches, and who alone teaches it at first. Refuses with
 * `not-found` where one of them is not taught this school year, and with `group-known`.
 */
export async function makeGroup(
  context: ServiceContext,
  actor: Teacher,
  input: MakeGroup,
): Promise<ClassSummary> {
  const { store, newId } = context;
  const { change } = store;
  const { id: staffId, schoolId } = actor;
  const taught = await taughtPupils(context, actor);
  const pupils = [...new Set(input.pupilIds)].map((id) => {
    const pupil = taught.get(id);
    if (!pupil) throw new Refusal('not-found');
    return pupil;
  });
  // Where the roster of the next year is here already, the group is of that year, as its pupils are.
  const schoolYear = pupils.reduce(
    (newest, one) => (one.schoolYear > newest ? one.schoolYear : newest),
    currentSchoolYear(context),
  );
  const name = await ownName(context, actor, { id: null, name: input.name, schoolYear });
  const group = {
    ...{ id: newId(), name, schoolYear },
    yearGroup: joinYearGroups(pupils.map(({ yearGroup }) => yearGroup)) ?? OTHER_YEAR_GROUP,
    ...{ kind: 'group' as const, origin: 'school' as const },
  };
  const classId = group.id;
  await refuseConflict(
    'conflict',
    store.write(
      change.addClasses({ schoolId, ...group }),
      change.addMemberships(...pupils.map(({ id: pupilId }) => ({ schoolId, classId, pupilId }))),
      change.addTeaching({ schoolId, classId, staffId }),
    ),
  );
  return { ...group, pupils: pupils.length };
}
