import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Drizzle } from '../database.ts';
import { assessment, attempt, pupil, result, schoolClass, teaching } from '../tables/index.ts';

/** Classes, who is in them, what was given to them and how far they are. */
export function classReads(db: Drizzle) {
  const summary = {
    id: schoolClass.id,
    name: schoolClass.name,
    yearGroup: schoolClass.yearGroup,
    schoolYear: schoolClass.schoolYear,
    pupils: sql<number>`(select count(*) from pupil where pupil.class_id = ${schoolClass.id})`,
  };

  return {
    async taughtBy(where: { schoolId: string; staffId: string }) {
      return db
        .select(summary)
        .from(teaching)
        .innerJoin(schoolClass, eq(schoolClass.id, teaching.classId))
        .where(and(eq(teaching.schoolId, where.schoolId), eq(teaching.staffId, where.staffId)))
        .orderBy(asc(schoolClass.name))
        .all();
    },
    async byId(where: { schoolId: string; classId: string }) {
      return (
        db
          .select(summary)
          .from(schoolClass)
          .where(and(eq(schoolClass.schoolId, where.schoolId), eq(schoolClass.id, where.classId)))
          .get() ?? null
      );
    },
    /** By last name, then first name, then id. */
    async pupils(where: { schoolId: string; classId: string }) {
      return db
        .select({ id: pupil.id, firstName: pupil.firstName, lastName: pupil.lastName })
        .from(pupil)
        .where(and(eq(pupil.schoolId, where.schoolId), eq(pupil.classId, where.classId)))
        .orderBy(asc(pupil.lastName), asc(pupil.firstName), asc(pupil.id))
        .all();
    },
    async results(where: { schoolId: string; classId: string; releaseVersion: string }) {
      return db
        .select({ result })
        .from(result)
        .innerJoin(pupil, and(eq(pupil.schoolId, result.schoolId), eq(pupil.id, result.pupilId)))
        .where(
          and(
            eq(result.schoolId, where.schoolId),
            eq(pupil.classId, where.classId),
            eq(result.releaseVersion, where.releaseVersion),
          ),
        )
        .all()
        .map((row) => row.result);
    },
    /** Newest first. */
    async assessments(where: { schoolId: string; classId: string }) {
      return db
        .select()
        .from(assessment)
        .where(and(eq(assessment.schoolId, where.schoolId), eq(assessment.classId, where.classId)))
        .orderBy(desc(assessment.givenAt), desc(assessment.id))
        .all();
    },
    /** How many attempts of each assessment of a class are open and finished. */
    async sittingCounts(where: { schoolId: string; classId: string }) {
      return db
        .select({ assessmentId: assessment.id, status: attempt.status, attempts: count() })
        .from(attempt)
        .innerJoin(assessment, eq(assessment.id, attempt.assessmentId))
        .where(and(eq(attempt.schoolId, where.schoolId), eq(assessment.classId, where.classId)))
        .groupBy(assessment.id, attempt.status)
        .all();
    },
    async attemptsOfAssessment(where: { schoolId: string; assessmentId: string }) {
      return db
        .select()
        .from(attempt)
        .where(
          and(eq(attempt.schoolId, where.schoolId), eq(attempt.assessmentId, where.assessmentId)),
        )
        .all();
    },
  };
}
