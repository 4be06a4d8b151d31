import { and, asc, count, countDistinct, eq, gt, gte, isNull, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/** A school, and what is read of it. */
interface OfSchool {
  schoolId: string;
  releaseVersion: string;
}

/** What figures about many pupils are made of, one school at a time. */
export function cohortReads(db: Db, { attempt, pupil, result, school, schoolClass }: Tables) {
  return {
    /**
     * Every school, what the directory says of it, and the year groups it has with their pupils,
     * whether or not anyone has a result.
     */
    async yearGroups() {
      return db
        .select({
          schoolId: school.id,
          uai: school.uai,
          schoolName: school.name,
          department: school.department,
          type: school.type,
          sector: school.sector,
          priority: school.priority,
          setting: school.setting,
          enrolment: school.enrolment,
          districtCode: school.districtCode,
          districtName: school.districtName,
          yearGroup: schoolClass.yearGroup,
          pupils: countDistinct(pupil.id),
        })
        .from(school)
        .innerJoin(schoolClass, eq(schoolClass.schoolId, school.id))
        .leftJoin(
          pupil,
          and(
            eq(pupil.schoolId, schoolClass.schoolId),
            eq(pupil.classId, schoolClass.id),
            isNull(pupil.leftAt),
          ),
        )
        .where(eq(schoolClass.kind, 'class'))
        .groupBy(school.id, schoolClass.yearGroup)
        .orderBy(asc(school.name), asc(school.uai), asc(schoolClass.yearGroup));
    },
    /** How many results there are under each release. */
    async resultCounts() {
      return db
        .select({ releaseVersion: result.releaseVersion, results: count() })
        .from(result)
        .groupBy(result.releaseVersion);
    },
    /**
     * The results of a school's pupils, with what was believed before the first answer. Who changed
     * schools counts where they are.
     */
    async measures({ schoolId, releaseVersion }: OfSchool) {
      return db
        .select({
          pupilId: result.pupilId,
          yearGroup: schoolClass.yearGroup,
          competence: result.competence,
          level: result.level,
          ability: result.ability,
          standardError: result.standardError,
          priorMean: attempt.priorMean,
          priorSd: attempt.priorSd,
          finishedAt: result.finishedAt,
        })
        .from(result)
        .innerJoin(pupil, and(eq(pupil.schoolId, result.schoolId), eq(pupil.id, result.pupilId)))
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId)),
        )
        .innerJoin(
          attempt,
          and(eq(attempt.schoolId, result.schoolId), eq(attempt.id, result.attemptId)),
        )
        .where(
          and(
            eq(result.schoolId, schoolId),
            eq(pupil.schoolId, schoolId),
            eq(schoolClass.schoolId, schoolId),
            eq(attempt.schoolId, schoolId),
            isNull(pupil.leftAt),
            eq(result.releaseVersion, releaseVersion),
          ),
        );
    },
    /** The first measure since an instant of each of a school's pupils in each competence. */
    async firstMeasures({ schoolId, releaseVersion, since }: OfSchool & { since: Date }) {
      const place = sql<number>`row_number() over (partition by ${attempt.pupilId}, ${attempt.competence} order by ${attempt.finishedAt}, ${attempt.id})`;
      const ranked = db.$with('ranked').as(
        db
          .select({
            pupilId: attempt.pupilId,
            competence: attempt.competence,
            ability: attempt.ability,
            standardError: attempt.standardError,
            priorMean: attempt.priorMean,
            priorSd: attempt.priorSd,
            finishedAt: attempt.finishedAt,
            place: place.as('place'),
          })
          .from(attempt)
          .where(
            and(
              eq(attempt.schoolId, schoolId),
              eq(attempt.releaseVersion, releaseVersion),
              eq(attempt.mode, 'measure'),
              eq(attempt.status, 'finished'),
              gt(attempt.answered, 0),
              gte(attempt.finishedAt, since),
            ),
          ),
      );
      return db.with(ranked).select().from(ranked).where(eq(ranked.place, 1));
    },
  };
}
