import type { SchoolLooks } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';

const PAGE = 50;

/**
 * A page of who looked at which pupil of the school, newest first. Looks at what is adapted are
 * those at the pupil's page: for whom something is adapted is not an administrator's to know.
 */
export async function readLooks(
  { store }: Pick<ServiceContext, 'store'>,
  { schoolId }: Administrator,
  before?: string,
): Promise<SchoolLooks> {
  const rows = await store.read.rights.looksOfSchool(schoolId, before ?? null, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  return {
    looks: shown.map(({ id, at, action, staffName, firstName, lastName }) => ({
      ...{ id, staffName },
      action: action.startsWith('accommodation:') ? 'pupil:read' : action,
      at: at.toISOString(),
      pupilName: firstName !== null && lastName !== null ? fullName({ firstName, lastName }) : null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
