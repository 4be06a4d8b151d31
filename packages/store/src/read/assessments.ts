import { and, asc, count, desc, eq, exists, inArray, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** What was given to classes, to whom of them, and how far these are. */
export function assessmentReads(db: Db, t: Tables) {
  const { assessment, assessmentPupil, attempt, membership, pupil, response } = t;
  const newestFirst = [desc(assessment.givenAt), asc(assessment.rank), desc(assessment.id)];

  /** Whether an assessment was given to the pupil of a row beside it, who is in its class. */
  const isFor = (schoolId: string) =>
    or(
      eq(assessment.audience, 'class'),
      exists(
        db
          .select({ found: sql`1` })
          .from(assessmentPupil)
          .where(
            and(
              eq(assessmentPupil.schoolId, schoolId),
              eq(assessmentPupil.assessmentId, assessment.id),
              eq(assessmentPupil.pupilId, pupil.id),
            ),
          ),
      ),
    );

  return {
    async byId(where: { schoolId: string; assessmentId: string }) {
      return one(
        db
          .select()
          .from(assessment)
          .where(
            and(eq(assessment.schoolId, where.schoolId), eq(assessment.id, where.assessmentId)),
          ),
      );
    },
    /** Who of its class an assessment was given to, where it was not given to all. */
    async chosen(where: { schoolId: string; assessmentId: string }) {
      const rows = await db
        .select({ pupilId: assessmentPupil.pupilId })
        .from(assessmentPupil)
        .where(
          and(
            eq(assessmentPupil.schoolId, where.schoolId),
            eq(assessmentPupil.assessmentId, where.assessmentId),
          ),
        );
      return rows.map(({ pupilId }) => pupilId);
    },
    /** Of each assessment of a class that was given to some of it, to whom. */
    async chosenOfClass(where: { schoolId: string; classId: string }) {
      return db
        .select({ assessmentId: assessmentPupil.assessmentId, pupilId: assessmentPupil.pupilId })
        .from(assessmentPupil)
        .where(
          and(
            eq(assessmentPupil.schoolId, where.schoolId),
            inArray(
              assessmentPupil.assessmentId,
              db
                .select({ id: assessment.id })
                .from(assessment)
                .where(
                  and(
                    eq(assessment.schoolId, where.schoolId),
                    eq(assessment.classId, where.classId),
                  ),
                ),
            ),
          ),
        );
    },
    /** What a pupil was given, newest first; of a sequence, in its order. */
    async ofPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select({ assessment, attempt })
        .from(assessment)
        .innerJoin(
          pupil,
          and(
            eq(pupil.schoolId, assessment.schoolId),
            or(
              eq(pupil.classId, assessment.classId),
              exists(
                db
                  .select({ found: sql`1` })
                  .from(membership)
                  .where(
                    and(
                      eq(membership.schoolId, where.schoolId),
                      eq(membership.classId, assessment.classId),
                      eq(membership.pupilId, pupil.id),
                    ),
                  ),
              ),
            ),
          ),
        )
        .leftJoin(
          attempt,
          and(
            eq(attempt.schoolId, assessment.schoolId),
            eq(attempt.assessmentId, assessment.id),
            eq(attempt.pupilId, pupil.id),
          ),
        )
        .where(
          and(
            eq(assessment.schoolId, where.schoolId),
            eq(pupil.id, where.pupilId),
            isFor(where.schoolId),
          ),
        )
        .orderBy(...newestFirst);
    },
    /** What was given to a class, newest first; of a sequence, in its order. */
    async ofClass(where: { schoolId: string; classId: string }) {
      return db
        .select()
        .from(assessment)
        .where(and(eq(assessment.schoolId, where.schoolId), eq(assessment.classId, where.classId)))
        .orderBy(...newestFirst);
    },
    /** How many attempts of each assessment of a class are open and finished. */
    async sittingCounts(where: { schoolId: string; classId: string }) {
      return db
        .select({ assessmentId: assessment.id, status: attempt.status, attempts: count() })
        .from(attempt)
        .innerJoin(
          assessment,
          and(eq(assessment.schoolId, attempt.schoolId), eq(assessment.id, attempt.assessmentId)),
        )
        .where(and(eq(attempt.schoolId, where.schoolId), eq(assessment.classId, where.classId)))
        .groupBy(assessment.id, attempt.status);
    },
    /** How many answers of each attempt at an assessment took less than so many milliseconds. */
    async quickAnswers(where: { schoolId: string; assessmentId: string; belowMs: number }) {
      return db
        .select({ attemptId: response.attemptId, answers: count() })
        .from(response)
        .innerJoin(
          attempt,
          and(eq(attempt.schoolId, response.schoolId), eq(attempt.id, response.attemptId)),
        )
        .where(
          and(
            eq(response.schoolId, where.schoolId),
            eq(attempt.schoolId, where.schoolId),
            eq(attempt.assessmentId, where.assessmentId),
            lt(response.durationMs, where.belowMs),
          ),
        )
        .groupBy(response.attemptId);
    },
    async attempts(where: { schoolId: string; assessmentId: string }) {
      return db
        .select()
        .from(attempt)
        .where(
          and(eq(attempt.schoolId, where.schoolId), eq(attempt.assessmentId, where.assessmentId)),
        );
    },
  };
}
