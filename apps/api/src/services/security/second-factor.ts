import { Conflict, type Store } from '@jalon/store';
import type { FactorOffer } from '@jalon/types';
import { z } from 'zod';
import type { SignedIn } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { SignInGuard } from '../sign-in-limits.ts';
import {
  currentStep,
  digestRecovery,
  drawRecoveryCodes,
  drawSecret,
  stepOfCode,
  uriOf,
} from './codes.ts';
import { seal, unseal } from './seal.ts';

export type Staff = Exclude<SignedIn, { role: 'pupil' }>;

/** What second factors need besides the services. */
export interface FactorParts {
  key: Buffer;
  guard: SignInGuard;
}

type Context = Pick<ServiceContext, 'store' | 'clock'>;

const digests = z.array(z.string());

/** A new secret for an authenticator. Nothing is kept of it. */
export async function offerFactor({ store }: Context, actor: Staff): Promise<FactorOffer> {
  const account = await accountOf(store, actor.id);
  const secret = drawSecret();
  return { secret, uri: uriOf(secret, account.email) };
}

/**
 * Makes signing in ask for a code from now on; gives the recovery codes, which are told this once.
 * Refuses with `wrong-code`.
 */
export async function confirmFactor(
  { store, clock }: Context,
  { key, guard }: FactorParts,
  actor: Staff,
  { secret, code }: { secret: string; code: string },
): Promise<{ codes: string[] }> {
  const step = await guard.tryOnce(against(actor.id), async () =>
    stepOfCode(secret, code, clock()),
  );
  if (step === null) throw new Refusal('wrong-code');
  const codes = drawRecoveryCodes();
  await store.write(
    store.change.changeFactor(actor.id, {
      factorSecret: seal(key, secret, actor.id),
      factorStep: step,
      recoveryDigests: codes.map((words) => digestRecovery(key, words)),
    }),
  );
  return { codes };
}

/** Makes signing in ask for the password alone again. Refuses with `wrong-code`. */
export async function endFactor(
  context: Context,
  parts: FactorParts,
  actor: Staff,
  code: string,
): Promise<{ ended: true }> {
  await useCode(context, parts, actor.id, code);
  await removeFactor(context.store, actor.id);
  return { ended: true };
}

/** Takes the second factor from an account. Who asks for it has to be known already. */
export async function removeFactor(store: Store, staffId: string): Promise<void> {
  const none = { factorSecret: null, factorStep: null, recoveryDigests: null };
  await store.write(store.change.changeFactor(staffId, none));
}

/**
 * Uses a code of an authenticator, or a recovery code: each is good once. Refuses with `wrong-code`
 * and `too-many-requests`.
 */
export async function useCode(
  { store, clock }: Context,
  { key, guard }: FactorParts,
  staffId: string,
  code: string,
): Promise<void> {
  const isRight = await guard.tryOnce(against(staffId), async () => {
    const account = await accountOf(store, staffId);
    if (account.factorSecret === null) return null;
    const now = clock();
    const secret = unseal(key, account.factorSecret, staffId);
    const step = stepOfCode(secret, code, now);
    const left = digests.parse(account.recoveryDigests ?? []);
    const recovery = digestRecovery(key, code);
    const isRecovery = step === null && left.includes(recovery);
    if (step === null && !isRecovery) return null;
    const used = {
      staffId,
      step: step ?? currentStep(now),
      ...(isRecovery && { recoveryDigests: left.filter((one) => one !== recovery) }),
    };
    try {
      await store.write(store.change.useFactor(used));
      return true;
    } catch (error) {
      // The same code was used before, or another within the same half minute.
      if (error instanceof Conflict) return null;
      throw error;
    }
  });
  if (isRight === null) throw new Refusal('wrong-code');
}

/** How many recovery codes an account has left; `null` where it has no second factor. */
export async function recoveryCodesLeft(store: Store, staffId: string): Promise<number | null> {
  const { factorSecret, recoveryDigests } = await accountOf(store, staffId);
  return factorSecret === null ? null : digests.parse(recoveryDigests ?? []).length;
}

export async function accountOf(store: Store, staffId: string) {
  const account = await store.read.identity.staffAccount(staffId);
  if (!account) throw new Refusal('not-signed-in');
  return account;
}

const against = (staffId: string) => [{ limit: 'code' as const, key: staffId }];
