import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Drizzle } from '../database.ts';
import { assessment, attempt, pupil, response, result } from '../tables/index.ts';

/** Attempts, their responses, and the results they left. */
export function attemptReads(db: Drizzle) {
  const schoolId = sql.placeholder('schoolId');
  const attemptId = sql.placeholder('attemptId');

  const attemptById = db
    .select()
    .from(attempt)
    .where(and(eq(attempt.schoolId, schoolId), eq(attempt.id, attemptId)))
    .prepare();
  const responses = db
    .select()
    .from(response)
    .where(and(eq(response.schoolId, schoolId), eq(response.attemptId, attemptId)))
    .orderBy(asc(response.ordinal))
    .prepare();

  // By way of the pupil's attempts: a join would be free to read every response of the school.
  const itemsSeen = db
    .selectDistinct({ itemId: response.itemId, itemVersion: response.itemVersion })
    .from(response)
    .where(
      and(
        eq(response.schoolId, schoolId),
        inArray(
          response.attemptId,
          db
            .select({ id: attempt.id })
            .from(attempt)
            .where(
              and(
                eq(attempt.schoolId, schoolId),
                eq(attempt.pupilId, sql.placeholder('pupilId')),
                eq(attempt.competence, sql.placeholder('competence')),
              ),
            ),
        ),
      ),
    )
    .prepare();

  return {
    async byId(where: { schoolId: string; attemptId: string }) {
      return attemptById.get(where) ?? null;
    },
    /** In the order they were given. */
    async responses(where: { schoolId: string; attemptId: string }) {
      return responses.all(where);
    },
    async ofAssessment(where: { schoolId: string; pupilId: string; assessmentId: string }) {
      return (
        db
          .select()
          .from(attempt)
          .where(
            and(
              eq(attempt.schoolId, where.schoolId),
              eq(attempt.pupilId, where.pupilId),
              eq(attempt.assessmentId, where.assessmentId),
            ),
          )
          .get() ?? null
      );
    },
    async openPractice(where: { schoolId: string; pupilId: string; competence: string }) {
      return (
        db
          .select()
          .from(attempt)
          .where(
            and(
              eq(attempt.schoolId, where.schoolId),
              eq(attempt.pupilId, where.pupilId),
              eq(attempt.competence, where.competence),
              eq(attempt.mode, 'practice'),
              eq(attempt.status, 'open'),
            ),
          )
          .get() ?? null
      );
    },
    /** Newest first. */
    async ofPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select()
        .from(attempt)
        .where(and(eq(attempt.schoolId, where.schoolId), eq(attempt.pupilId, where.pupilId)))
        .orderBy(desc(attempt.startedAt), desc(attempt.id))
        .all();
    },
    /** The item versions that a pupil has answered in a competence, in any attempt. */
    async itemsSeen(where: { schoolId: string; pupilId: string; competence: string }) {
      return itemsSeen.all(where);
    },
    async result(where: {
      schoolId: string;
      pupilId: string;
      competence: string;
      releaseVersion: string;
    }) {
      return (
        db
          .select()
          .from(result)
          .where(
            and(
              eq(result.schoolId, where.schoolId),
              eq(result.pupilId, where.pupilId),
              eq(result.competence, where.competence),
              eq(result.releaseVersion, where.releaseVersion),
            ),
          )
          .get() ?? null
      );
    },
    async resultsOfPupil(where: { schoolId: string; pupilId: string; releaseVersion: string }) {
      return db
        .select()
        .from(result)
        .where(
          and(
            eq(result.schoolId, where.schoolId),
            eq(result.pupilId, where.pupilId),
            eq(result.releaseVersion, where.releaseVersion),
          ),
        )
        .orderBy(asc(result.competence))
        .all();
    },
    /** How often each item version was answered, over all schools: what exposure control needs. */
    async itemCounts() {
      return db
        .select({
          itemId: response.itemId,
          itemVersion: response.itemVersion,
          shown: count(),
        })
        .from(response)
        .groupBy(response.itemId, response.itemVersion)
        .all();
    },
    /** How many attempts each competence has had, over all schools. */
    async attemptCounts() {
      return db
        .select({ competence: attempt.competence, attempts: count() })
        .from(attempt)
        .groupBy(attempt.competence)
        .all();
    },
    async assessmentById(where: { schoolId: string; assessmentId: string }) {
      return (
        db
          .select()
          .from(assessment)
          .where(
            and(eq(assessment.schoolId, where.schoolId), eq(assessment.id, where.assessmentId)),
          )
          .get() ?? null
      );
    },
    /** Assessments given to the class of a pupil, newest first. */
    async assessmentsForPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select({ assessment, attempt })
        .from(assessment)
        .innerJoin(pupil, eq(pupil.classId, assessment.classId))
        .leftJoin(
          attempt,
          and(eq(attempt.assessmentId, assessment.id), eq(attempt.pupilId, pupil.id)),
        )
        .where(and(eq(assessment.schoolId, where.schoolId), eq(pupil.id, where.pupilId)))
        .orderBy(desc(assessment.givenAt), desc(assessment.id))
        .all();
    },
    /** Every attempt of every school, oldest first: for rebuilding what is derived. */
    async everyAttempt() {
      return db.select().from(attempt).orderBy(asc(attempt.startedAt), asc(attempt.id)).all();
    },
    async everyResult() {
      return db.select().from(result).all();
    },
  };
}
