import { Conflict } from '@jalon/store';
import type { FactorOffer } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { SignInGuard } from '../sign-in-limits.ts';
import { accountOf, type Staff } from './account.ts';
import {
  currentStep,
  digestRecovery,
  drawRecoveryCodes,
  drawSecret,
  stepOfCode,
  uriOf,
} from './codes.ts';
import { factorsOf, recoveryDigests } from './factors.ts';
import { seal, unseal } from './seal.ts';

/** What second factors need besides the services. */
export interface FactorParts {
  key: Buffer;
  guard: SignInGuard;
}

type Context = Pick<ServiceContext, 'store' | 'clock'>;

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

/**
 * Makes signing in ask for no code of an authenticator any more: for the password alone, or for a
 * passkey or a recovery code where there is a passkey. Refuses with `wrong-code`.
 */
export async function endFactor(
  context: Context,
  parts: FactorParts,
  actor: Staff,
  code: string,
): Promise<{ ended: true }> {
  const { store } = context;
  const { hasCode, passkeys } = await factorsOf(store, actor.id);
  if (!hasCode) throw new Refusal('wrong-code');
  await useCode(context, parts, actor.id, code);
  await store.write(
    store.change.changeFactor(actor.id, {
      factorSecret: null,
      ...(passkeys.length === 0 && { factorStep: null, recoveryDigests: null }),
    }),
  );
  return { ended: true };
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
    const now = clock();
    const { factorSecret } = account;
    const step =
      factorSecret === null ? null : stepOfCode(unseal(key, factorSecret, staffId), code, now);
    const left = recoveryDigests.parse(account.recoveryDigests) ?? [];
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

const against = (staffId: string) => [{ limit: 'code' as const, key: staffId }];
