import { and, asc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** Who is at a school, as its administrator and its rosters see it. */
export function rosterReads(db: Db, t: Tables) {
  const { card, membership, pupil, pupilKey, rosterDraft, schoolClass, staff, teaching } = t;
  const inClass = and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId));

  return {
    /** Everyone who is or was at a school, with their class. */
    async pupils(schoolId: string) {
      return db
        .select({
          id: pupil.id,
          firstName: pupil.firstName,
          lastName: pupil.lastName,
          yearGroup: pupil.yearGroup,
          leftAt: pupil.leftAt,
          classId: pupil.classId,
          className: schoolClass.name,
          schoolYear: schoolClass.schoolYear,
        })
        .from(pupil)
        .innerJoin(schoolClass, inClass)
        .where(eq(pupil.schoolId, schoolId))
        .orderBy(asc(pupil.id));
    },
    /** What the pupils of a school are known by. */
    async keys(schoolId: string) {
      return db
        .select({ pupilId: pupilKey.pupilId, kind: pupilKey.kind, digest: pupilKey.digest })
        .from(pupilKey)
        .where(eq(pupilKey.schoolId, schoolId))
        .orderBy(asc(pupilKey.pupilId), asc(pupilKey.kind));
    },
    /** Which pupils are in which groups of a school year that came with a roster. */
    async rosterGroups(where: { schoolId: string; schoolYear: string }) {
      return db
        .select({
          pupilId: membership.pupilId,
          classId: membership.classId,
          name: schoolClass.name,
        })
        .from(membership)
        .innerJoin(
          schoolClass,
          and(
            eq(schoolClass.schoolId, membership.schoolId),
            eq(schoolClass.id, membership.classId),
          ),
        )
        .where(
          and(
            eq(membership.schoolId, where.schoolId),
            eq(schoolClass.schoolYear, where.schoolYear),
            eq(schoolClass.origin, 'roster'),
          ),
        )
        .orderBy(asc(membership.pupilId), asc(schoolClass.name));
    },
    /**
     * The classes and groups of a school, oldest year first, then by name. A group that somebody made
     * and that was ended, so that nobody teaches it and nobody is in it, is none of them.
     */
    async classes(schoolId: string) {
      return db
        .select()
        .from(schoolClass)
        .where(
          and(
            eq(schoolClass.schoolId, schoolId),
            or(
              ne(schoolClass.origin, 'school'),
              exists(
                db
                  .select({ found: sql`1` })
                  .from(teaching)
                  .where(
                    and(eq(teaching.schoolId, schoolId), eq(teaching.classId, schoolClass.id)),
                  ),
              ),
              exists(
                db
                  .select({ found: sql`1` })
                  .from(membership)
                  .where(
                    and(eq(membership.schoolId, schoolId), eq(membership.classId, schoolClass.id)),
                  ),
              ),
            ),
          ),
        )
        .orderBy(asc(schoolClass.schoolYear), asc(schoolClass.name), asc(schoolClass.id));
    },
    /** Who is in which class and in which groups of a school now: a row for each. */
    async places(schoolId: string) {
      return db
        .select({ pupilId: pupil.id, classId: pupil.classId })
        .from(pupil)
        .where(and(eq(pupil.schoolId, schoolId), isNull(pupil.leftAt)))
        .unionAll(
          db
            .select({ pupilId: membership.pupilId, classId: membership.classId })
            .from(membership)
            .innerJoin(
              pupil,
              and(eq(pupil.schoolId, membership.schoolId), eq(pupil.id, membership.pupilId)),
            )
            .where(and(eq(membership.schoolId, schoolId), isNull(pupil.leftAt))),
        );
    },
    /** The pupils of a school who have a card. */
    async cardHolders(schoolId: string) {
      const rows = await db
        .selectDistinct({ pupilId: card.pupilId })
        .from(card)
        .where(eq(card.schoolId, schoolId));
      return rows.map(({ pupilId }) => pupilId);
    },
    /** Who teaches the classes of a school. */
    async teachers(schoolId: string) {
      return db
        .select({ classId: teaching.classId, staffId: staff.id, name: staff.name })
        .from(teaching)
        .innerJoin(staff, eq(staff.id, teaching.staffId))
        .where(eq(teaching.schoolId, schoolId))
        .orderBy(asc(staff.name), asc(staff.id));
    },
    /** A roster that waits to be confirmed. */
    async draft(where: { schoolId: string; id: string }) {
      return one(
        db
          .select()
          .from(rosterDraft)
          .where(and(eq(rosterDraft.schoolId, where.schoolId), eq(rosterDraft.id, where.id))),
      );
    },
  };
}
