import type { GroupView } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';

/**
 * A group that somebody of the school made, and its pupils. Refuses with `not-found`, and with
 * `from-roster` where a roster brought it.
 */
export async function openGroup(
  { store }: Pick<ServiceContext, 'store'>,
  where: {
    schoolId: string;
    classId: string;
  },
) {
  const [group, pupils] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.pupils(where),
  ]);
  if (!group) throw new Refusal('not-found');
  if (group.origin !== 'school') throw new Refusal('from-roster');
  return { group, pupils };
}

/** A group for whoever teaches it and may change it. Refuses with `not-found` and `from-roster`. */
export async function readGroup(
  { store }: Pick<ServiceContext, 'store'>,
  { id, schoolId }: Teacher,
  classId: string,
): Promise<GroupView> {
  const [{ group, pupils }, teachers] = await Promise.all([
    openGroup({ store }, { schoolId, classId }),
    store.read.roster.teachers(schoolId),
  ]);
  return {
    class: group,
    pupils: pupils.map((pupil) => ({
      ...{ id: pupil.id, name: fullName(pupil), className: pupil.className },
    })),
    sharedWith: teachers
      .filter((one) => one.classId === classId && one.staffId !== id)
      .map(({ name }) => name),
  };
}
