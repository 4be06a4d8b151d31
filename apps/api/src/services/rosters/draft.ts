import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { currentSchoolYear } from '../school-year.ts';
import { keptRoster, type KeptRoster } from './kept-roster.ts';
import { readSchoolState, type SchoolState } from './school-state.ts';

/** A roster that waits, beside the school as it is now. */
export interface Draft extends KeptRoster {
  id: string;
  readAt: Date;
  schoolYear: string;
  school: SchoolState;
}

/** How long a roster waits to be confirmed. */
export const DRAFT_HOURS = 24;

/** Opens a roster that waits. Refuses with `not-found`. */
export async function openDraft(
  { store, clock }: Pick<ServiceContext, 'store' | 'clock'>,
  schoolId: string,
  rosterId: string,
): Promise<Draft> {
  const kept = await store.read.roster.draft({ schoolId, id: rosterId });
  const isOld =
    kept !== null && clock().getTime() - kept.createdAt.getTime() > DRAFT_HOURS * 3_600_000;
  if (!kept || isOld) throw new Refusal('not-found');
  const { roster, problems } = keptRoster.parse(kept.content);
  const schoolYear = roster.schoolYear ?? currentSchoolYear({ clock });
  return {
    id: kept.id,
    readAt: kept.createdAt,
    ...{ roster, problems, schoolYear },
    school: await readSchoolState(store, schoolId, schoolYear),
  };
}
