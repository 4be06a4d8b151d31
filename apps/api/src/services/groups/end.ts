import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { openGroup } from './read.ts';

/**
 * Ends a group for all who teach it: nobody is in it any more. What was given to it stays, and so do
 * the results, which whoever teaches the pupils' classes goes on seeing. Refuses with `not-found`
 * and `from-roster`.
 */
export async function endGroup(
  { store }: Pick<ServiceContext, 'store'>,
  { schoolId }: Teacher,
  classId: string,
): Promise<{ ended: true }> {
  const where = { schoolId, classId };
  await openGroup({ store }, where);
  await refuseConflict(
    'conflict',
    store.write(store.change.holdGroup(where), ...store.change.endGroup(where)),
  );
  return { ended: true };
}
