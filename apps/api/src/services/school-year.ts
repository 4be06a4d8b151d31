import { schoolYearOf } from '@jalon/rosters';
import type { ServiceContext } from './context.ts';

/** The school year that it is, such as `2026-2027`, by the day in UTC. */
export const currentSchoolYear = ({ clock }: Pick<ServiceContext, 'clock'>): string =>
  schoolYearOf(clock().toISOString().slice(0, 10));
