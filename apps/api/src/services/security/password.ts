import type { ServiceContext } from '../context.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { findPerson, type Person } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { isWeakPassword } from '../staff/weak-passwords.ts';
import { accountOf, type Staff } from './account.ts';
import type { FactorParts } from './second-factor.ts';

/**
 * Gives an account another password, which ends every session of it. Its passkeys stay, as people
 * expect of what is on their devices; the page says to look for one they do not know. Refuses with `wrong-password` where the
 * current one is not right, and `weak-password`.
 */
export async function changePassword(
  { store }: Pick<ServiceContext, 'store'>,
  { guard }: Pick<FactorParts, 'guard'>,
  actor: Staff,
  { current, password }: { current: string; password: string },
): Promise<Person> {
  const account = await accountOf(store, actor.id);
  const isRight = await guard.tryOnce([{ limit: 'code', key: actor.id }], async () =>
    (await checkPassword(account.passwordHash, current)) ? true : null,
  );
  if (isRight === null) throw new Refusal('wrong-password');
  if (isWeakPassword(password, account)) throw new Refusal('weak-password');
  await store.write(...store.change.changePassword(actor.id, await hashPassword(password)));
  const person = await findPerson(
    store,
    'schoolId' in actor ? actor : { ...actor, schoolId: null },
  );
  if (!person) throw new Refusal('not-signed-in');
  return person;
}
