import { and, eq, sql } from 'drizzle-orm';
import type { Drizzle } from '../database.ts';
import { assessment, attempt, pupil, teaching } from '../tables/index.ts';

/**
 * Whether a subject lies within an actor's reach: one query for each pair of a scope and a kind
 * of subject. Each is tied to the actor's own school.
 */
export function scopeReads(db: Drizzle) {
  const one = { found: sql<number>`1` };
  const actorId = sql.placeholder('actorId');
  const schoolId = sql.placeholder('schoolId');
  const subjectId = sql.placeholder('subjectId');

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
        .prepare(),
    },
    'own-classes': {
      class: db
        .select(one)
        .from(teaching)
        .where(and(taught, eq(teaching.classId, subjectId)))
        .prepare(),
      pupil: db
        .select(one)
        .from(pupil)
        .innerJoin(teaching, eq(teaching.classId, pupil.classId))
        .where(and(taught, eq(pupil.schoolId, schoolId), eq(pupil.id, subjectId)))
        .prepare(),
      assessment: db
        .select(one)
        .from(assessment)
        .innerJoin(teaching, eq(teaching.classId, assessment.classId))
        .where(and(taught, eq(assessment.schoolId, schoolId), eq(assessment.id, subjectId)))
        .prepare(),
      attempt: db
        .select(one)
        .from(attempt)
        .innerJoin(pupil, eq(pupil.id, attempt.pupilId))
        .innerJoin(teaching, eq(teaching.classId, pupil.classId))
        .where(and(taught, eq(attempt.schoolId, schoolId), eq(attempt.id, subjectId)))
        .prepare(),
    },
  };

  type Reach = { actorId: string; schoolId: string; subjectId: string };
  return {
    async ownAttempt(reach: Reach) {
      return queries.self.attempt.get(reach) !== undefined;
    },
    async taughtClass(reach: Reach) {
      return queries['own-classes'].class.get(reach) !== undefined;
    },
    async taughtPupil(reach: Reach) {
      return queries['own-classes'].pupil.get(reach) !== undefined;
    },
    async taughtAssessment(reach: Reach) {
      return queries['own-classes'].assessment.get(reach) !== undefined;
    },
    async taughtAttempt(reach: Reach) {
      return queries['own-classes'].attempt.get(reach) !== undefined;
    },
  };
}
