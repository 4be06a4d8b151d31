import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/** What is judged: a competence, as a release measures it. */
export interface Measured {
  releaseVersion: string;
  competence: string;
}

/** Where a page begins: after this attempt. */
export interface AttemptKey {
  schoolId: string;
  attemptId: string;
}

/** What the quality of items is judged from, over all schools. Nothing here tells a pupil. */
export function qualityReads(db: Db, { attempt, pupil, response, result, school }: Tables) {
  return {
    /** How many results there are in each competence under each release. */
    async resultCounts() {
      return db
        .select({
          releaseVersion: result.releaseVersion,
          competence: result.competence,
          results: count(),
        })
        .from(result)
        .groupBy(result.releaseVersion, result.competence);
    },
    /**
     * The answers of the next finished assessments: attempt by attempt, each in its order, with what
     * was believed before the first answer, what the directory says of the school, and the
     * probabilities of the levels where a result still comes from it. Who changed schools counts
     * where they are.
     */
    async answers(of: Measured, after: AttemptKey | null, attempts: number) {
      const isNext =
        after === null
          ? undefined
          : sql`(${attempt.schoolId}, ${attempt.id}) > (${after.schoolId}, ${after.attemptId})`;
      const page = db
        .select({
          schoolId: attempt.schoolId,
          attemptId: attempt.id,
          priorMean: attempt.priorMean,
          priorSd: attempt.priorSd,
          type: school.type,
          sector: school.sector,
          priority: school.priority,
          probabilities: result.probabilities,
        })
        .from(attempt)
        .innerJoin(school, eq(school.id, attempt.schoolId))
        .innerJoin(
          pupil,
          and(
            eq(pupil.schoolId, attempt.schoolId),
            eq(pupil.id, attempt.pupilId),
            isNull(pupil.leftAt),
          ),
        )
        .leftJoin(
          result,
          and(
            eq(result.schoolId, attempt.schoolId),
            eq(result.pupilId, attempt.pupilId),
            eq(result.competence, attempt.competence),
            eq(result.releaseVersion, attempt.releaseVersion),
            eq(result.attemptId, attempt.id),
          ),
        )
        .where(
          and(
            eq(attempt.mode, 'measure'),
            eq(attempt.status, 'finished'),
            eq(attempt.competence, of.competence),
            eq(attempt.releaseVersion, of.releaseVersion),
            // Whoever gave no answer would be on no page, and might end them too early.
            gt(attempt.answered, 0),
            isNext,
          ),
        )
        .orderBy(asc(attempt.schoolId), asc(attempt.id))
        .limit(attempts)
        .as('page');
      return db
        .select({
          schoolId: page.schoolId,
          attemptId: page.attemptId,
          priorMean: page.priorMean,
          priorSd: page.priorSd,
          type: page.type,
          sector: page.sector,
          priority: page.priority,
          probabilities: page.probabilities,
          itemId: response.itemId,
          itemVersion: response.itemVersion,
          points: response.points,
          possible: response.possible,
          answeredAt: response.answeredAt,
        })
        .from(page)
        .innerJoin(
          response,
          and(eq(response.schoolId, page.schoolId), eq(response.attemptId, page.attemptId)),
        )
        .orderBy(asc(page.schoolId), asc(page.attemptId), asc(response.ordinal));
    },
  };
}
