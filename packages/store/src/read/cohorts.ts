import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';

/** Which schools are counted over. */
export interface CohortScope {
  /** Those of some départements; `null` for all. */
  departments: readonly string[] | null;
  /** Of these, those of one district. */
  district?: string | undefined;
}

/** Counts over a territory. Nothing here names a pupil. */
export function cohortReads(db: Db, { pupil, result, school, schoolClass }: Tables) {
  const isIn = ({ departments, district }: CohortScope) =>
    and(
      departments === null ? undefined : inArray(school.department, [...departments]),
      district === undefined ? undefined : eq(school.districtCode, district),
    );
  return {
    /**
     * The schools of a territory, what the directory says of them, and the year groups each has,
     * whether or not anyone has a result.
     */
    async yearGroups(where: CohortScope) {
      return db
        .selectDistinct({
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
        })
        .from(school)
        .innerJoin(schoolClass, eq(schoolClass.schoolId, school.id))
        .where(and(isIn(where), eq(schoolClass.kind, 'class')))
        .orderBy(asc(school.name), asc(school.uai), asc(schoolClass.yearGroup));
    },
    /** How many results a territory has under each release. */
    async resultCounts(where: CohortScope) {
      return db
        .select({ releaseVersion: result.releaseVersion, results: count() })
        .from(result)
        .innerJoin(school, eq(school.id, result.schoolId))
        .where(isIn(where))
        .groupBy(result.releaseVersion);
    },
    /** Pupils with a result in one competence, by school, year group and level. */
    async levelCounts(where: CohortScope & { competence: string; releaseVersion: string }) {
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
            isIn(where),
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
