import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/**
 * Whether a subject lies within an actor's reach: one query for each pair of a scope and a kind
 * of subject. Each is tied to the actor's own school.
 */
export function scopeReads(db: Db, { assessment, attempt, pupil, teaching }: Tables) {
  const one = { found: sql<number>`1` };
  const actorId = sql.placeholder('actorId');
  const schoolId = sql.placeholder('schoolId');
  const subjectId = sql.placeholder('subjectId');

  const teaches = (of: typeof pupil | typeof assessment) =>
    and(eq(teaching.schoolId, of.schoolId), eq(teaching.classId, of.classId));
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
        .innerJoin(teaching, teaches(pupil))
        .where(and(taught, eq(pupil.schoolId, schoolId), eq(pupil.id, subjectId)))
        .prepare('taught_pupil'),
      assessment: db
        .select(one)
        .from(assessment)
        .innerJoin(teaching, teaches(assessment))
        .where(and(taught, eq(assessment.schoolId, schoolId), eq(assessment.id, subjectId)))
        .prepare('taught_assessment'),
      attempt: db
        .select(one)
        .from(attempt)
        .innerJoin(pupil, and(eq(pupil.schoolId, attempt.schoolId), eq(pupil.id, attempt.pupilId)))
        .innerJoin(teaching, teaches(pupil))
        .where(and(taught, eq(attempt.schoolId, schoolId), eq(attempt.id, subjectId)))
        .prepare('taught_attempt'),
    },
  };

  type Reach = { actorId: string; schoolId: string; subjectId: string };
  return {
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
