import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Ledger } from '../rights/ledger.ts';
import { anonymiseStaff } from '../rights/erase-staff.ts';
import { classesNow } from './list.ts';

/**
 * Says which classes and groups a member of staff teaches, of this school year and later ones.
 * Refuses with `bad-request` where one is none of the school's.
 */
export async function setClasses(
  context: Pick<ServiceContext, 'store' | 'clock'>,
  { schoolId }: Administrator,
  staffId: string,
  classIds: readonly string[],
): Promise<{ set: true }> {
  const { store } = context;
  const [classes, teachers] = await Promise.all([
    classesNow(context, schoolId),
    store.read.roster.teachers(schoolId),
  ]);
  const wanted = new Set(classIds);
  const current = new Set(classes.map(({ id }) => id));
  if (![...wanted].every((id) => current.has(id))) throw new Refusal('bad-request');
  const taught = new Set(
    teachers.filter((one) => one.staffId === staffId).map(({ classId }) => classId),
  );
  const ended = [...taught].filter((id) => current.has(id) && !wanted.has(id));
  const begun = [...wanted].filter((id) => !taught.has(id));
  const { change } = store;
  await store.write(
    ...(ended.length > 0 ? [change.endTeaching({ schoolId, staffId, classIds: ended })] : []),
    ...(begun.length > 0
      ? [change.addTeaching(...begun.map((classId) => ({ schoolId, classId, staffId })))]
      : []),
  );
  return { set: true };
}

/**
 * Ends the account of somebody who leaves the school: name, address and every way in go; what they
 * gave to classes stays. Refuses with `own-account` and `not-found`.
 */
export async function dismissStaff(
  { store, clock }: Pick<ServiceContext, 'store' | 'clock'>,
  ledger: Ledger,
  { id, schoolId }: Administrator,
  staffId: string,
): Promise<{ dismissed: true }> {
  if (staffId === id) throw new Refusal('own-account');
  const member = await store.read.staff.member({ schoolId, staffId });
  if (!member) throw new Refusal('not-found');
  await anonymiseStaff({ store, clock, ledger }, staffId);
  return { dismissed: true };
}
