import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Row, Tables } from './tables/index.ts';

/** What a roster may change of a pupil. */
export type PupilChange = Partial<
  Pick<Row<'pupil'>, 'classId' | 'firstName' | 'lastName' | 'yearGroup' | 'leftAt'>
>;

/** What a roster may change of a class. */
export type ClassChange = Partial<Pick<Row<'schoolClass'>, 'name' | 'yearGroup'>>;

/** What the national directory says of a school. */
export type SchoolDescription = Partial<
  Pick<
    Row<'school'>,
    'type' | 'sector' | 'priority' | 'setting' | 'enrolment' | 'districtCode' | 'districtName'
  >
>;

/** The changes by which a school's roster is brought up to date. */
export function rosterChanges(db: Db, t: Tables) {
  const { accommodation, card, membership, position, pupil, pupilKey } = t;
  const { refreshToken, rosterDraft, school, schoolClass } = t;
  type OnePupil = { schoolId: string; pupilId: string };

  return {
    /** Keeps what the directory says of a school. The batch is undone where it is not there. */
    describeSchool(schoolId: string, set: SchoolDescription): Statement {
      return statement(db.update(school).set(set).where(eq(school.id, schoolId)), 1);
    },

    /** Changes a pupil. The batch is undone where they are not there. */
    changePupil({ schoolId, pupilId }: OnePupil, set: PupilChange): Statement {
      const isPupil = and(eq(pupil.schoolId, schoolId), eq(pupil.id, pupilId));
      return statement(db.update(pupil).set(set).where(isPupil), 1);
    },

    /** Changes a class. The batch is undone where it is not there. */
    changeClass(where: { schoolId: string; classId: string }, set: ClassChange): Statement {
      const isClass = and(
        eq(schoolClass.schoolId, where.schoolId),
        eq(schoolClass.id, where.classId),
      );
      return statement(db.update(schoolClass).set(set).where(isClass), 1);
    },

    /** Puts pupils into groups; whoever is in one already stays. */
    addMemberships(...rows: NewRow<'membership'>[]): Statement {
      return statement(db.insert(membership).values(rows).onConflictDoNothing());
    },

    /** Takes pupils out of a group. */
    endMemberships(where: {
      schoolId: string;
      classId: string;
      pupilIds: readonly string[];
    }): Statement {
      return statement(
        db
          .delete(membership)
          .where(
            and(
              eq(membership.schoolId, where.schoolId),
              eq(membership.classId, where.classId),
              inArray(membership.pupilId, [...where.pupilIds]),
            ),
          ),
      );
    },

    /** Keeps what pupils are known by; of each kind, the latest. */
    putPupilKeys(...rows: NewRow<'pupilKey'>[]): Statement {
      return statement(
        db
          .insert(pupilKey)
          .values(rows)
          .onConflictDoUpdate({
            target: [pupilKey.schoolId, pupilKey.pupilId, pupilKey.kind],
            set: { digest: sql`excluded.digest` },
          }),
        rows.length,
      );
    },

    /** Keeps how the product is to behave for a pupil, in place of what was said before. */
    putAccommodation(row: NewRow<'accommodation'>): Statement {
      const { measures, staffId, saidAt } = row;
      return statement(
        db
          .insert(accommodation)
          .values(row)
          .onConflictDoUpdate({
            target: [accommodation.schoolId, accommodation.pupilId],
            set: { measures, staffId, saidAt },
          }),
        1,
      );
    },

    /** Lets the product behave for a pupil as for all. */
    forgetAccommodation({ schoolId, pupilId }: OnePupil): Statement {
      const isOf = and(eq(accommodation.schoolId, schoolId), eq(accommodation.pupilId, pupilId));
      return statement(db.delete(accommodation).where(isOf));
    },

    /** Keeps a teacher's word on positions; of each, the latest. */
    putPositions(...rows: NewRow<'position'>[]): Statement {
      return statement(
        db
          .insert(position)
          .values(rows)
          .onConflictDoUpdate({
            target: [position.schoolId, position.pupilId, position.competence, position.schoolYear],
            set: {
              level: sql`excluded.level`,
              staffId: sql`excluded.staff_id`,
              saidAt: sql`excluded.said_at`,
            },
          }),
        rows.length,
      );
    },

    /** Takes a teacher's word on a position back. */
    forgetPosition(
      of: Pick<Row<'position'>, 'schoolId' | 'pupilId' | 'competence' | 'schoolYear'>,
    ): Statement {
      return statement(
        db
          .delete(position)
          .where(
            and(
              eq(position.schoolId, of.schoolId),
              eq(position.pupilId, of.pupilId),
              eq(position.competence, of.competence),
              eq(position.schoolYear, of.schoolYear),
            ),
          ),
      );
    },

    /** Ends a pupil's cards, and whatever session they opened: they sign in no more. */
    endCards({ schoolId, pupilId }: OnePupil): Statement[] {
      return [
        statement(
          db.delete(card).where(and(eq(card.schoolId, schoolId), eq(card.pupilId, pupilId))),
        ),
        statement(
          db
            .delete(refreshToken)
            .where(and(eq(refreshToken.schoolId, schoolId), eq(refreshToken.actorId, pupilId))),
        ),
      ];
    },

    /** Removes a draft. The batch is undone where it is not there: only one import takes it. */
    takeRosterDraft({ schoolId, id }: { schoolId: string; id: string }): Statement {
      return statement(
        db
          .delete(rosterDraft)
          .where(and(eq(rosterDraft.schoolId, schoolId), eq(rosterDraft.id, id))),
        1,
      );
    },

    /** Removes every draft of a school: the next takes its place. */
    forgetRosterDrafts(schoolId: string): Statement {
      return statement(db.delete(rosterDraft).where(eq(rosterDraft.schoolId, schoolId)));
    },

    /** Removes the drafts that nobody confirmed before an instant. */
    forgetRosterDraftsBefore(instant: Date): Statement {
      return statement(db.delete(rosterDraft).where(lt(rosterDraft.createdAt, instant)));
    },
  };
}
