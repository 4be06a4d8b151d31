import { and, eq, exists, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/**
 * Whether a subject lies within an actor's reach: one query for each pair of a scope and a kind
 * of subject. Each is tied to the actor's own school.
 */
export function scopeReads(db: Db, t: Tables) {
  const { assessment, attempt, invitation, membership, pupil, rosterDraft } = t;
  const { schoolClass, staff, teaching, transfer } = t;
  const one = { found: sql<number>`1` };
  const actorId = sql.placeholder('actorId');
  const schoolId = sql.placeholder('schoolId');
  const subjectId = sql.placeholder('subjectId');

  const teaches = and(
    eq(teaching.schoolId, assessment.schoolId),
    eq(teaching.classId, assessment.classId),
  );
  /** Whoever teaches a class of the pupil's, or a group: while they are at the school. */
  const teachesPupil = and(
    eq(teaching.schoolId, pupil.schoolId),
    isNull(pupil.leftAt),
    or(
      eq(teaching.classId, pupil.classId),
      exists(
        db
          .select(one)
          .from(membership)
          .where(
            and(
              eq(membership.schoolId, schoolId),
              eq(membership.classId, teaching.classId),
              eq(membership.pupilId, pupil.id),
            ),
          ),
      ),
    ),
  );
  const taught = and(eq(teaching.staffId, actorId), eq(teaching.schoolId, schoolId));

  const queries = {
    self: {
      attempt: db
        .select(one)
        .from(attempt)
        .where(
          and(
            eq(attempt.schoolId, schoolId),
            eq(attempt.id, subjectId),
            eq(attempt.pupilId, actorId),
          ),
        )
        .prepare('own_attempt'),
    },
    'own-classes': {
      class: db
        .select(one)
        .from(teaching)
        .where(and(taught, eq(teaching.classId, subjectId)))
        .prepare('taught_class'),
      pupil: db
        .select(one)
        .from(pupil)
        .innerJoin(teaching, teachesPupil)
        .where(and(taught, eq(pupil.schoolId, schoolId), eq(pupil.id, subjectId)))
        .prepare('taught_pupil'),
      assessment: db
        .select(one)
        .from(assessment)
        .innerJoin(teaching, teaches)
        .where(and(taught, eq(assessment.schoolId, schoolId), eq(assessment.id, subjectId)))
        .prepare('taught_assessment'),
      attempt: db
        .select(one)
        .from(attempt)
        .innerJoin(pupil, and(eq(pupil.schoolId, attempt.schoolId), eq(pupil.id, attempt.pupilId)))
        .innerJoin(teaching, teachesPupil)
        .where(and(taught, eq(attempt.schoolId, schoolId), eq(attempt.id, subjectId)))
        .prepare('taught_attempt'),
    },
    'own-school': {
      class: db
        .select(one)
        .from(schoolClass)
        .where(and(eq(schoolClass.schoolId, schoolId), eq(schoolClass.id, subjectId)))
        .prepare('class_of_school'),
      pupil: db
        .select(one)
        .from(pupil)
        .where(and(eq(pupil.schoolId, schoolId), eq(pupil.id, subjectId)))
        .prepare('pupil_of_school'),
      roster: db
        .select(one)
        .from(rosterDraft)
        .where(and(eq(rosterDraft.schoolId, schoolId), eq(rosterDraft.id, subjectId)))
        .prepare('roster_of_school'),
      staff: db
        .select(one)
        .from(staff)
        .where(and(eq(staff.schoolId, schoolId), eq(staff.id, subjectId)))
        .prepare('staff_of_school'),
      invitation: db
        .select(one)
        .from(invitation)
        .where(and(eq(invitation.schoolId, schoolId), eq(invitation.id, subjectId)))
        .prepare('invitation_of_school'),
      transfer: db
        .select(one)
        .from(transfer)
        .where(and(eq(transfer.schoolId, schoolId), eq(transfer.id, subjectId)))
        .prepare('transfer_of_school'),
    },
  };

  type Reach = { actorId: string; schoolId: string; subjectId: string };
  return {
    async schoolClass(reach: Reach) {
      return (await queries['own-school'].class.execute(reach)).length > 0;
    },
    async schoolPupil(reach: Reach) {
      return (await queries['own-school'].pupil.execute(reach)).length > 0;
    },
    async schoolRoster(reach: Reach) {
      return (await queries['own-school'].roster.execute(reach)).length > 0;
    },
    async schoolStaff(reach: Reach) {
      return (await queries['own-school'].staff.execute(reach)).length > 0;
    },
    async schoolInvitation(reach: Reach) {
      return (await queries['own-school'].invitation.execute(reach)).length > 0;
    },
    async schoolTransfer(reach: Reach) {
      return (await queries['own-school'].transfer.execute(reach)).length > 0;
    },
    async ownAttempt(reach: Reach) {
      return (await queries.self.attempt.execute(reach)).length > 0;
    },
    async taughtClass(reach: Reach) {
      return (await queries['own-classes'].class.execute(reach)).length > 0;
    },
    async taughtPupil(reach: Reach) {
      return (await queries['own-classes'].pupil.execute(reach)).length > 0;
    },
    async taughtAssessment(reach: Reach) {
      return (await queries['own-classes'].assessment.execute(reach)).length > 0;
    },
    async taughtAttempt(reach: Reach) {
      return (await queries['own-classes'].attempt.execute(reach)).length > 0;
    },
  };
}
