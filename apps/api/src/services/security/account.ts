import type { Store } from '@jalon/store';
import type { SignedIn } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/** Whoever has an account with a password. */
export type Staff = Exclude<SignedIn, { role: 'pupil' }>;

/** How an account is guarded. Refuses with `not-signed-in` where it has ended. */
export async function accountOf(store: Store, staffId: string) {
  const account = await store.read.identity.staffAccount(staffId);
  if (!account) throw new Refusal('not-signed-in');
  return account;
}
