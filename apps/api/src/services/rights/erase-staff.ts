import { randomBytes } from 'node:crypto';
import { hashPassword } from '../passwords.ts';
import type { RightsContext } from './erase.ts';

/** What stands where the name of a member of staff stood. */
export const FORMER_STAFF = 'Ancien membre du personnel';

/**
 * Takes from a member of staff the name, the address and every way in. What they gave to classes,
 * and when they looked at a pupil, stays, of nobody in particular. Gives whether anything was left
 * to take.
 */
export async function anonymiseStaff(
  { store, ledger, clock }: Omit<RightsContext, 'events'>,
  staffId: string,
): Promise<boolean> {
  if (!(await hasName(store, staffId))) return false;
  ledger.add({ staffId, erasedAt: clock() });
  await removeName(store, staffId);
  return true;
}

/** Does so to whoever the ledger names and an older copy of the database brought back. */
export async function removeNameAgain(
  store: RightsContext['store'],
  staffId: string,
): Promise<boolean> {
  if (!(await hasName(store, staffId))) return false;
  await removeName(store, staffId);
  return true;
}

async function hasName(store: RightsContext['store'], staffId: string): Promise<boolean> {
  const staff = await store.read.identity.staffById(staffId);
  return staff !== null && staff.name !== FORMER_STAFF;
}

async function removeName(store: RightsContext['store'], staffId: string): Promise<void> {
  // A password that nobody has ever known.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  // Unlike any other address, and no mail can reach it.
  const email = `${staffId}@parti.invalid`;
  const { anonymiseStaff } = store.change;
  await store.write(...anonymiseStaff(staffId, { name: FORMER_STAFF, email, passwordHash }));
}
