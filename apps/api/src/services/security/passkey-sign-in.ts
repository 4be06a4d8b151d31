import { Conflict } from '@jalon/store';
import type { SignedCredential } from '@jalon/types';
import { readDevice } from '../device.ts';
import type { ServiceContext } from '../context.ts';
import { type Person, staffPerson } from '../people.ts';
import { Refusal } from '../refusal.ts';
import type { Caller, SignInContext } from '../sign-in.ts';
import { handleOf } from './passkeys.ts';
import { type Challenge, checkSigned, type Site } from './verify-passkey.ts';

/**
 * Finds the member of staff whose passkey signed a challenge. No address is typed and no code is
 * asked for after it: the device has checked fingerprint, face or code. Refuses with
 * `passkey-unknown`, `passkey-refused`, `passkey-copied`, `passkey-expired` where the challenge was
 * used, and `too-many-requests`.
 *
 * A challenge is good once for a passkey, on whatever process and whether the device counts its
 * signatures or not: the same statement that notes the use asks that there was none since the
 * challenge. Two sign-ins begun at once with one passkey are one too many: the second begins again.
 */
export async function signInWithPasskey(
  { store, keys, guard, clock }: SignInContext & Pick<ServiceContext, 'clock'>,
  caller: Caller,
  site: Site,
  challenge: Challenge,
  credential: SignedCredential,
): Promise<Person> {
  const device = readDevice(keys.device, caller.deviceMark);
  const against = [
    device === null
      ? { limit: 'address' as const, key: caller.address }
      : { limit: 'device' as const, key: device },
  ];
  let refusal = new Refusal('passkey-unknown');
  const person = await guard.tryOnce(against, async () => {
    const passkey = await store.read.staff.passkey(credential.id);
    if (!passkey) return null;
    const isOwn = credential.response.userHandle === handleOf(passkey.staffId);
    const checked = await checkSigned(site, challenge, passkey, credential);
    if (!isOwn || 'why' in checked) {
      refusal = new Refusal('passkey-refused', { cause: 'why' in checked ? checked.why : null });
      return null;
    }
    const { signCount } = checked.found;
    if (Math.max(signCount, passkey.signCount) > 0 && signCount <= passkey.signCount) {
      // An older challenge that was used has an older count, too.
      const wasUsed = passkey.lastUsedAt !== null && passkey.lastUsedAt >= challenge.at;
      refusal = new Refusal(wasUsed ? 'passkey-expired' : 'passkey-copied');
      return null;
    }
    const lastUsedAt = new Date(Math.max(clock().getTime(), challenge.at.getTime()));
    try {
      await store.write(
        store.change.usePasskey({
          ...{ id: passkey.id, signCount, lastUsedAt, challengedAt: challenge.at },
        }),
      );
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      refusal = new Refusal('passkey-expired', { cause: error });
      return null;
    }
    return staffPerson(store, passkey.staffId);
  });
  if (!person) throw refusal;
  return person;
}
