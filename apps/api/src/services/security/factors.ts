import type { Store } from '@jalon/store';
import type { Role } from '@jalon/types';
import { z } from 'zod';
import type { SignedIn } from '../actor.ts';
import { accountOf } from './account.ts';

/** Of whom whoever runs Jalon requires a second factor; it is offered to the others. */
export type RequiredOf = 'offered' | 'administrators' | 'all';

export const recoveryDigests = z.array(z.string()).nullable();

/** What lets nobody in by the password alone: a code of an authenticator, passkeys. */
export async function factorsOf(store: Store, staffId: string) {
  const [account, passkeys] = await Promise.all([
    accountOf(store, staffId),
    store.read.staff.passkeys(staffId),
  ]);
  const hasCode = account.factorSecret !== null;
  return {
    account,
    passkeys,
    hasCode,
    hasSecondFactor: hasCode || passkeys.length > 0,
    recoveryCodesLeft: recoveryDigests.parse(account.recoveryDigests)?.length ?? 0,
  };
}

/** Whether a role is among those of whom it is required: who sees more than classes they teach. */
export const isRequiredOf = (required: RequiredOf, role: Role): boolean =>
  role !== 'pupil' && (required === 'all' || (required === 'administrators' && role !== 'teacher'));

/** Whether somebody has to have a second factor, and has none. */
export async function needsSecondFactor(
  store: Store,
  required: RequiredOf,
  { role, id }: SignedIn,
): Promise<boolean> {
  return isRequiredOf(required, role) && !(await factorsOf(store, id)).hasSecondFactor;
}

/**
 * Makes signing in ask for the password alone again: takes the code, the recovery codes and every
 * passkey from an account, for whoever lost what they were on. Who asks has to be known already.
 */
export async function resetFactors(store: Store, staffId: string): Promise<void> {
  const passkeys = await store.read.staff.passkeys(staffId);
  const none = { factorSecret: null, factorStep: null, recoveryDigests: null };
  await store.write(
    store.change.changeFactor(staffId, none),
    ...passkeys.map(({ id }) => store.change.removePasskey({ id, staffId })),
  );
}
