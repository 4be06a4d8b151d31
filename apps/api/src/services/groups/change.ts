import { joinYearGroups } from '@jalon/rosters';
import { type ChangeGroup, groupBounds } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { OTHER_YEAR_GROUP } from '../rosters/changes-of-roster.ts';
import { currentSchoolYear } from '../school-year.ts';
import { openGroup } from './read.ts';
import { ownName } from './own-name.ts';
import { taughtPupils } from './taught.ts';

/**
 * Renames a group that somebody made, puts pupils into it whom the actor teaches, and takes others
 * out, all of it or nothing. What somebody else changes at the same moment stays as well. Refuses
 * with `not-found`, `from-roster`, `group-over`, `group-known`, `group-size`, and with `conflict`
 * where it was ended or filled meanwhile.
 */
export async function changeGroup(
  context: ServiceContext,
  actor: Teacher,
  classId: string,
  { name, add, remove }: ChangeGroup,
): Promise<{ changed: true }> {
  const { store } = context;
  const { change } = store;
  const { id: staffId, schoolId } = actor;
  const where = { schoolId, classId };
  const [{ group, pupils }, taught] = await Promise.all([
    openGroup(context, where),
    taughtPupils(context, actor),
  ]);
  if (group.schoolYear < currentSchoolYear(context)) throw new Refusal('group-over');

  const gone = new Set(remove);
  const members = new Map(
    pupils.filter(({ id }) => !gone.has(id)).map(({ id, yearGroup }) => [id, yearGroup]),
  );
  const joining = new Set(add.filter((id) => !gone.has(id)));
  for (const id of joining) {
    const pupil = taught.get(id);
    if (!pupil) throw new Refusal('not-found');
    members.set(id, members.get(id) ?? pupil.yearGroup);
  }
  const { least, most } = groupBounds;
  if (members.size < least || members.size > most) throw new Refusal('group-size');
  const renamed =
    name === null
      ? null
      : await ownName(context, actor, { id: classId, name, schoolYear: group.schoolYear });

  await refuseConflict(
    'conflict',
    store.write(
      change.holdGroup(where),
      ...(gone.size > 0 ? [change.endMemberships({ ...where, pupilIds: [...gone] })] : []),
      ...(joining.size > 0
        ? [change.addMemberships(...[...joining].map((pupilId) => ({ ...where, pupilId })))]
        : []),
      change.settleGroup(
        where,
        {
          ...(renamed !== null && { name: renamed }),
          yearGroup: joinYearGroups(members.values()) ?? OTHER_YEAR_GROUP,
        },
        { staffId, least, most },
      ),
    ),
  );
  return { changed: true };
}
