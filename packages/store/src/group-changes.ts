import { and, between, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import { membersOf } from './read/members.ts';
import type { Row, Tables } from './tables/index.ts';

interface OneGroup {
  schoolId: string;
  classId: string;
}

/** What has to hold of a group once a batch has changed it. */
export interface GroupBounds {
  /** Who still has to teach it. */
  staffId: string;
  /** How many pupils it has at least and at most. */
  least: number;
  most: number;
}

/** The changes of groups that people of a school make. */
export function groupChanges(db: Db, t: Tables) {
  const { membership, pupil, schoolClass, teaching } = t;
  const { ofClass } = membersOf(db, t);
  const isMade = ({ schoolId, classId }: OneGroup) =>
    and(
      eq(schoolClass.schoolId, schoolId),
      eq(schoolClass.id, classId),
      eq(schoolClass.origin, 'school'),
    );
  /** The classes and groups of a school whose year is before another, or not. */
  const classesOf = (schoolId: string, years: ReturnType<typeof lt>) =>
    db
      .select({ id: schoolClass.id })
      .from(schoolClass)
      .where(and(eq(schoolClass.schoolId, schoolId), years));

  return {
    /**
     * Makes every other batch that changes the group wait until this one is through. It comes first
     * in its batch, which is undone where nobody of the school made such a group.
     */
    holdGroup(group: OneGroup): Statement {
      return statement(db.update(schoolClass).set({ origin: 'school' }).where(isMade(group)), 1);
    },

    /**
     * Changes what a group is called and ends the batch that changed it: undone where somebody does
     * not teach it any more, or where it has fewer or more pupils than it may.
     */
    settleGroup(
      group: OneGroup,
      set: Pick<Row<'schoolClass'>, 'yearGroup'> & Partial<Pick<Row<'schoolClass'>, 'name'>>,
      { staffId, least, most }: GroupBounds,
    ): Statement {
      const { schoolId, classId } = group;
      const isTaught = exists(
        db
          .select({ found: sql`1` })
          .from(teaching)
          .where(
            and(
              eq(teaching.schoolId, schoolId),
              eq(teaching.classId, classId),
              eq(teaching.staffId, staffId),
            ),
          ),
      );
      const isOfSize = between(db.$count(pupil, ofClass(schoolId, classId)), least, most);
      return statement(
        db
          .update(schoolClass)
          .set(set)
          .where(and(isMade(group), isTaught, isOfSize)),
        1,
      );
    },

    /** Takes everyone out of a group and lets nobody teach it. What was given to it stays. */
    endGroup({ schoolId, classId }: OneGroup): Statement[] {
      return [
        statement(
          db
            .delete(teaching)
            .where(and(eq(teaching.schoolId, schoolId), eq(teaching.classId, classId))),
        ),
        statement(
          db
            .delete(membership)
            .where(and(eq(membership.schoolId, schoolId), eq(membership.classId, classId))),
        ),
      ];
    },

    /**
     * Takes whoever is in a class of a school year, or of a later one, out of the groups of the
     * years before.
     */
    endPastMemberships({ schoolId, schoolYear }: { schoolId: string; schoolYear: string }) {
      const arrived = db
        .select({ id: pupil.id })
        .from(pupil)
        .where(
          and(
            eq(pupil.schoolId, schoolId),
            inArray(pupil.classId, classesOf(schoolId, gte(schoolClass.schoolYear, schoolYear))),
          ),
        );
      return statement(
        db
          .delete(membership)
          .where(
            and(
              eq(membership.schoolId, schoolId),
              inArray(
                membership.classId,
                classesOf(schoolId, lt(schoolClass.schoolYear, schoolYear)),
              ),
              inArray(membership.pupilId, arrived),
            ),
          ),
      );
    },
  };
}
