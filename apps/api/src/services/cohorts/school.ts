import type { StoreReads } from '@jalon/store';
import {
  schoolPriorities,
  schoolSectors,
  schoolSettings,
  schoolTypes,
} from '@jalon/rosters/directory';
import { z } from 'zod';

type Row = Awaited<ReturnType<StoreReads['cohorts']['yearGroups']>>[number];

/** A school as it was when figures were made: what the directory said of it, and its year groups. */
export const cohortSchool = z.strictObject({
  uai: z.string(),
  schoolName: z.string(),
  department: z.string(),
  type: z.enum(schoolTypes).nullable(),
  sector: z.enum(schoolSectors).nullable(),
  priority: z.enum(schoolPriorities).nullable(),
  setting: z.enum(schoolSettings).nullable(),
  enrolment: z.int().nullable(),
  districtCode: z.string().nullable(),
  districtName: z.string().nullable(),
  yearGroups: z.array(z.string()),
  /** How many pupils are in each of the year groups, in their order. */
  pupils: z.array(z.int().nonnegative()),
});
export type CohortSchool = z.output<typeof cohortSchool>;

/** The schools of rows that have one year group each. */
export function schoolsOf(rows: readonly Row[]): CohortSchool[] {
  return [...Map.groupBy(rows, ({ uai }) => uai).values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { uai, schoolName, department, type, sector, priority, setting } = first;
    const { enrolment, districtCode, districtName } = first;
    return [
      {
        ...{ uai, schoolName, department, type, sector, priority, setting },
        ...{ enrolment, districtCode, districtName },
        yearGroups: some.map(({ yearGroup }) => yearGroup),
        pupils: some.map(({ pupils }) => pupils),
      },
    ];
  });
}
