import { and, asc, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** Attempts, their responses, and the results they left. */
export function attemptReads(db: Db, t: Tables) {
  const { attempt, exposureCount, response, result } = t;
  const schoolId = sql.placeholder('schoolId');
  const attemptId = sql.placeholder('attemptId');

  const attemptById = db
    .select()
    .from(attempt)
    .where(and(eq(attempt.schoolId, schoolId), eq(attempt.id, attemptId)))
    .prepare('attempt_by_id');
  const responses = db
    .select()
    .from(response)
    .where(and(eq(response.schoolId, schoolId), eq(response.attemptId, attemptId)))
    .orderBy(asc(response.ordinal))
    .prepare('responses');

  // By way of the pupil's attempts: a join would be free to read every response of the school.
  const itemsSeen = db
    .select({ itemId: response.itemId, itemVersion: response.itemVersion })
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
    .prepare('items_seen');

  return {
    async byId(where: { schoolId: string; attemptId: string }) {
      return one(attemptById.execute(where));
    },
    /** In the order they were given. */
    async responses(where: { schoolId: string; attemptId: string }) {
      return responses.execute(where);
    },
    async byIds(where: { schoolId: string; attemptIds: readonly string[] }) {
      return db
        .select()
        .from(attempt)
        .where(
          and(eq(attempt.schoolId, where.schoolId), inArray(attempt.id, [...where.attemptIds])),
        );
    },
    /** Of several attempts, each one's in the order they were given. */
    async responsesOf(where: { schoolId: string; attemptIds: readonly string[] }) {
      return db
        .select()
        .from(response)
        .where(
          and(
            eq(response.schoolId, where.schoolId),
            inArray(response.attemptId, [...where.attemptIds]),
          ),
        )
        .orderBy(asc(response.attemptId), asc(response.ordinal));
    },
    async ofAssessment(where: { schoolId: string; pupilId: string; assessmentId: string }) {
      return one(
        db
          .select()
          .from(attempt)
          .where(
            and(
              eq(attempt.schoolId, where.schoolId),
              eq(attempt.pupilId, where.pupilId),
              eq(attempt.assessmentId, where.assessmentId),
            ),
          ),
      );
    },
    /** The practice that a pupil began of their own accord and has not finished. */
    async openPractice(where: { schoolId: string; pupilId: string; competence: string }) {
      return one(
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
              isNull(attempt.assessmentId),
            ),
          ),
      );
    },
    /** Newest first. */
    async ofPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select()
        .from(attempt)
        .where(and(eq(attempt.schoolId, where.schoolId), eq(attempt.pupilId, where.pupilId)))
        .orderBy(desc(attempt.startedAt), desc(attempt.id));
    },
    /** The item versions of each answer that a pupil gave in a competence, in any attempt. */
    async itemsSeen(where: { schoolId: string; pupilId: string; competence: string }) {
      return itemsSeen.execute(where);
    },
    async result(where: {
      schoolId: string;
      pupilId: string;
      competence: string;
      releaseVersion: string;
    }) {
      return one(
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
          ),
      );
    },
    /** Under every release, by competence. */
    async resultsOfPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select()
        .from(result)
        .where(and(eq(result.schoolId, where.schoolId), eq(result.pupilId, where.pupilId)))
        .orderBy(asc(result.competence), asc(result.releaseVersion));
    },
    /** How often items and competences were met, over all schools, as it was last told. */
    async exposureCounts() {
      return db.select().from(exposureCount);
    },
    /** How often they were in one school, counted from its responses and attempts. */
    async countExposure(schoolId: string) {
      const items = await db
        .select({ itemId: response.itemId, itemVersion: response.itemVersion, times: count() })
        .from(response)
        .where(eq(response.schoolId, schoolId))
        .groupBy(response.itemId, response.itemVersion);
      const competences = await db
        .select({ key: attempt.competence, times: count() })
        .from(attempt)
        .where(eq(attempt.schoolId, schoolId))
        .groupBy(attempt.competence);
      return { items, competences };
    },
    /** How many answers of an attempt took less than so many milliseconds. */
    async quickAnswers(where: { schoolId: string; attemptId: string; belowMs: number }) {
      return db.$count(
        response,
        and(
          eq(response.schoolId, where.schoolId),
          eq(response.attemptId, where.attemptId),
          lt(response.durationMs, where.belowMs),
        ),
      );
    },
    /** Every attempt of every school, oldest first: for stores that are small. */
    async everyAttempt() {
      return db.select().from(attempt).orderBy(asc(attempt.startedAt), asc(attempt.id));
    },
  };
}
