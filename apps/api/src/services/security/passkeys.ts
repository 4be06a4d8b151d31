import { randomBytes } from 'node:crypto';
import { Conflict } from '@jalon/store';
import {
  type AddPasskey,
  MOST_PASSKEYS,
  type PasskeyCreation,
  type PasskeyRequest,
  type PasskeyView,
} from '@jalon/types';
import { z } from 'zod';
import type { ServiceContext } from '../context.ts';
import { checkPassword } from '../passwords.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { Refusal } from '../refusal.ts';
import type { Staff } from './account.ts';
import { digestRecovery, drawRecoveryCodes } from './codes.ts';
import { factorsOf } from './factors.ts';
import type { FactorParts } from './second-factor.ts';
import {
  type Challenge,
  checkNewCredential,
  passkeyAlgorithms,
  type Site,
} from './verify-passkey.ts';

type Context = Pick<ServiceContext, 'store' | 'clock'>;

/** How long a device may take to answer, with its owner. */
export const CHALLENGE_SECONDS = 5 * 60;
const timeout = CHALLENGE_SECONDS * 1000;

const CHALLENGE_BYTES = 32;

const transportWords = z.array(z.string());

/** What a device signs in from. */
export const requestPasskey = ({ rpId }: Site): PasskeyRequest => ({
  ...{ challenge: drawChallenge(), rpId, timeout, userVerification: 'required' },
});

/**
 * What a device makes a passkey of the account from. Nothing is kept of it. The password is asked
 * for: a passkey outlives sessions and passwords, and a machine left open must not give one away.
 * Refuses with `wrong-password`, `too-many-requests` and `too-many-passkeys`.
 */
export async function beginPasskey(
  { store }: Context,
  { guard }: Pick<FactorParts, 'guard'>,
  actor: Staff,
  site: Site,
  password: string,
): Promise<PasskeyCreation> {
  const { account, passkeys } = await factorsOf(store, actor.id);
  const isRight = await guard.tryOnce([{ limit: 'code', key: actor.id }], async () =>
    (await checkPassword(account.passwordHash, password)) ? true : null,
  );
  if (isRight === null) throw new Refusal('wrong-password');
  if (passkeys.length >= MOST_PASSKEYS) throw new Refusal('too-many-passkeys');
  return {
    challenge: drawChallenge(),
    rp: { id: site.rpId, name: 'Jalon' },
    user: { id: handleOf(actor.id), name: account.email, displayName: account.name },
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout,
    excludeCredentials: passkeys.map(({ id, transports }) => ({
      ...{ type: 'public-key', id, transports: transportWords.parse(transports) },
    })),
    authenticatorSelection: {
      ...{ residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    },
    attestation: 'none',
  };
}

/**
 * Keeps a passkey that a device made of a challenge. From the first on, the password alone lets
 * nobody in: the account gets recovery codes, told this once, unless it has some from a code of an
 * authenticator. Refuses with `passkey-refused`, `passkey-known` and `too-many-passkeys`.
 *
 * The same answer kept twice is refused as known. Ten are the most as long as two are not added at
 * the same moment.
 */
export async function addPasskey(
  { store, clock }: Context,
  { key }: Pick<FactorParts, 'key'>,
  actor: Staff,
  site: Site,
  challenge: Challenge,
  { name, credential }: AddPasskey,
): Promise<{ codes: string[] }> {
  const checked = await checkNewCredential(site, challenge, credential);
  if ('why' in checked) throw new Refusal('passkey-refused', { cause: checked.why });
  const { passkeys, hasSecondFactor } = await factorsOf(store, actor.id);
  if (passkeys.length >= MOST_PASSKEYS) throw new Refusal('too-many-passkeys');
  const codes = hasSecondFactor ? [] : drawRecoveryCodes();
  const { change } = store;
  await refuseConflict(
    'passkey-known',
    store.write(
      change.addPasskey({
        ...checked.found,
        staffId: actor.id,
        schoolId: actor.role === 'inspector' ? null : actor.schoolId,
        name,
        createdAt: clock(),
      }),
      ...(hasSecondFactor
        ? []
        : [
            change.changeFactor(actor.id, {
              recoveryDigests: codes.map((words) => digestRecovery(key, words)),
            }),
          ]),
    ),
  );
  return { codes };
}

/**
 * Forgets a passkey of the account: nobody signs in with it any more. Sessions that it began go on.
 * With the last second factor, the recovery codes go. Gives whether it was there.
 */
export async function removePasskey(
  { store }: Context,
  actor: Staff,
  id: string,
): Promise<{ removed: boolean }> {
  const { passkeys, hasCode } = await factorsOf(store, actor.id);
  if (!passkeys.some((one) => one.id === id)) return { removed: false };
  const isLast = !hasCode && passkeys.length === 1;
  try {
    await store.write(
      store.change.removePasskey({ id, staffId: actor.id }),
      ...(isLast ? [store.change.changeFactor(actor.id, { recoveryDigests: null })] : []),
    );
    return { removed: true };
  } catch (error) {
    if (error instanceof Conflict) return { removed: false };
    throw error;
  }
}

/** A passkey, as its owner sees it. */
export const viewPasskey = ({
  id,
  name,
  createdAt,
  lastUsedAt,
}: {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}): PasskeyView => ({
  ...{ id, name, createdAt: createdAt.toISOString() },
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

/** How a passkey names whose it is: the account's id, which means nothing elsewhere. */
export const handleOf = (staffId: string): string => Buffer.from(staffId).toString('base64url');

const drawChallenge = (): string => randomBytes(CHALLENGE_BYTES).toString('base64url');
