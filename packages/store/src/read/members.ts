import { and, eq, inArray, isNull, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/** A school's id or a class's: a value, a placeholder, or the column of another table. */
type Id = string | SQLWrapper;

/** Who is in a class or a group: conditions that every question about one is asked with. */
export function membersOf(db: Db, { membership, pupil }: Tables) {
  return {
    /** Pupils who are in the class, or in the group, and at the school. */
    ofClass: (schoolId: Id, classId: Id): SQL | undefined =>
      and(
        eq(pupil.schoolId, schoolId),
        isNull(pupil.leftAt),
        inArray(
          pupil.id,
          db
            .select({ id: pupil.id })
            .from(pupil)
            .where(and(eq(pupil.schoolId, schoolId), eq(pupil.classId, classId)))
            .union(
              db
                .select({ id: membership.pupilId })
                .from(membership)
                .where(and(eq(membership.schoolId, schoolId), eq(membership.classId, classId))),
            ),
        ),
      ),
  };
}
