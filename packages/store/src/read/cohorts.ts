import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/** Counts over a territory. Nothing here names a pupil. */
export function cohortReads(db: Db, { pupil, result, school, schoolClass }: Tables) {
  return {
    /** The schools of a territory and the year groups each has, whether or not anyone has a result. */
    async yearGroups(where: { department: string }) {
      return db
        .selectDistinct({
          uai: school.uai,
          schoolName: school.name,
          yearGroup: schoolClass.yearGroup,
        })
        .from(school)
        .innerJoin(schoolClass, eq(schoolClass.schoolId, school.id))
        .where(and(eq(school.department, where.department), eq(schoolClass.kind, 'class')))
        .orderBy(asc(school.name), asc(school.uai), asc(schoolClass.yearGroup));
    },
    /** How many results a territory has under each release. */
    async resultCounts(where: { department: string }) {
      return db
        .select({ releaseVersion: result.releaseVersion, results: count() })
        .from(result)
        .innerJoin(school, eq(school.id, result.schoolId))
        .where(eq(school.department, where.department))
        .groupBy(result.releaseVersion);
    },
    /** Pupils with a result in one competence, by school, year group and level. */
    async levelCounts(where: { department: string; competence: string; releaseVersion: string }) {
      return db
        .select({
          uai: school.uai,
          yearGroup: schoolClass.yearGroup,
          level: result.level,
          pupils: count(),
        })
        .from(result)
        .innerJoin(pupil, and(eq(pupil.schoolId, result.schoolId), eq(pupil.id, result.pupilId)))
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId)),
        )
        .innerJoin(school, eq(school.id, result.schoolId))
        .where(
          and(
            eq(school.department, where.department),
            // Who changed schools counts where they are.
            isNull(pupil.leftAt),
            eq(result.competence, where.competence),
            eq(result.releaseVersion, where.releaseVersion),
          ),
        )
        .groupBy(school.uai, schoolClass.yearGroup, result.level);
    },
  };
}
