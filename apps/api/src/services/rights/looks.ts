import type { Store } from '@jalon/store';
import type { LookAtPupil } from '@jalon/types';

type LookRow = Awaited<ReturnType<Store['read']['rights']['looksAt']>>[number];

/** A look at a pupil's results, as the pupil may know of it: by name, for it is their right. */
export function lookOf({ at, name, role, action }: LookRow): LookAtPupil {
  return { at: at.toISOString(), name, role, action };
}
