import { schoolYearOf } from '@jalon/rosters';
import { startOfSchoolDay } from './assessments/school-day.ts';
import type { ServiceContext } from './context.ts';

/** The school year that it is, such as `2026-2027`, by the day in UTC. */
export const currentSchoolYear = ({ clock }: Pick<ServiceContext, 'clock'>): string =>
  schoolYearOf(clock().toISOString().slice(0, 10));

/** When the lessons of a school year (`2026-2027`) begin: 1 September, by a time zone's clocks. */
export const startOfSchoolYear = (schoolYear: string, timeZone: string): Date =>
  startOfSchoolDay(`${schoolYear.slice(0, 4)}-09-01`, timeZone);
