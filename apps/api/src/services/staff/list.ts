import { compareClasses } from '@jalon/rosters';
import type { SchoolStaff } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { FORMER_STAFF } from '../rights/erase-staff.ts';
import { currentSchoolYear } from '../school-year.ts';

type Context = Pick<ServiceContext, 'store' | 'clock'>;

/** Who works at the school of an administrator, who was invited to, and what may be given to whom. */
export async function listStaff(
  { store, clock }: Context,
  { schoolId }: Administrator,
): Promise<SchoolStaff> {
  const [members, guarded, invitations, teachers, classes] = await Promise.all([
    store.read.staff.ofSchool(schoolId),
    store.read.staff.withSecondFactor(schoolId),
    store.read.staff.invitations(schoolId),
    store.read.roster.teachers(schoolId),
    classesNow({ store, clock }, schoolId),
  ]);
  const now = clock();
  const hasSecondFactor = new Set(guarded.map(({ id }) => id));
  const current = new Set(classes.map(({ id }) => id));
  const taughtBy = Map.groupBy(teachers, ({ staffId }) => staffId);
  return {
    members: members.flatMap(({ id, role, name, email }) =>
      role === 'inspector' || name === FORMER_STAFF
        ? []
        : [
            {
              ...{ id, role, name, email },
              hasSecondFactor: hasSecondFactor.has(id),
              classIds: (taughtBy.get(id) ?? [])
                .map(({ classId }) => classId)
                .filter((classId) => current.has(classId)),
            },
          ],
    ),
    invitations: invitations.flatMap(({ id, role, name, email, staffId, expiresAt }) =>
      role === 'inspector'
        ? []
        : [
            {
              ...{ id, role, name, email },
              isForPassword: staffId !== null,
              expiresAt: expiresAt.toISOString(),
              isExpired: expiresAt <= now,
            },
          ],
    ),
    classes,
  };
}

/** The classes and groups of this school year and later ones, classes first, by name. */
export async function classesNow(
  { store, clock }: Context,
  schoolId: string,
): Promise<SchoolStaff['classes']> {
  const year = currentSchoolYear({ clock });
  const classes = await store.read.roster.classes(schoolId);
  return classes
    .filter(({ schoolYear }) => schoolYear >= year)
    .map(({ id, name, kind }) => ({ id, name, kind }))
    .sort(compareClasses);
}
