import type { AccountSecurity } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { digestToken } from '../session.ts';
import type { Staff } from './account.ts';
import { factorsOf, isRequiredOf, type RequiredOf } from './factors.ts';
import { viewPasskey } from './passkeys.ts';

type Context = Pick<ServiceContext, 'store' | 'clock'>;

/** Second factors of an account, and its open sessions, the newest first. */
export async function readSecurity(
  { store, clock }: Context,
  actor: Staff,
  required: RequiredOf,
  refreshToken: string | undefined,
): Promise<AccountSecurity> {
  const [factors, tokens, current] = await Promise.all([
    factorsOf(store, actor.id),
    store.read.rights.sessionsOf(actor.id),
    familyOf({ store }, refreshToken),
  ]);
  const now = clock();
  const families = Map.groupBy(
    tokens.filter(({ expiresAt }) => expiresAt > now),
    ({ familyId }) => familyId,
  );
  return {
    email: factors.account.email,
    hasSecondFactor: factors.hasSecondFactor,
    hasCode: factors.hasCode,
    passkeys: factors.passkeys.map(viewPasskey),
    recoveryCodesLeft: factors.recoveryCodesLeft,
    needsSecondFactor: isRequiredOf(required, actor.role) && !factors.hasSecondFactor,
    sessions: [...families]
      .map(([id, of]) => {
        const issued = of.map(({ issuedAt }) => issuedAt.getTime());
        return {
          id,
          startedAt: new Date(Math.min(...issued)).toISOString(),
          lastUsedAt: new Date(Math.max(...issued)).toISOString(),
          isThisOne: id === current,
        };
      })
      .sort((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt)),
  };
}

/** Ends a session of the account, or all but the one that asks. Gives how many ended. */
export async function endSessions(
  { store }: Context,
  actor: Staff,
  refreshToken: string | undefined,
  which: string,
): Promise<{ ended: number }> {
  const current = await familyOf({ store }, refreshToken);
  const tokens = await store.read.rights.sessionsOf(actor.id);
  const own = new Set(tokens.map(({ familyId }) => familyId));
  const ended = [...own].filter((id) => (which === 'others' ? id !== current : id === which));
  if (ended.length > 0) {
    await store.write(...ended.map((id) => store.change.endTokenFamily(id)));
  }
  return { ended: ended.length };
}

/** The session that a refresh token is of. */
async function familyOf(
  { store }: Pick<Context, 'store'>,
  refreshToken: string | undefined,
): Promise<string | null> {
  if (refreshToken === undefined) return null;
  const kept = await store.read.identity.refreshToken(digestToken(refreshToken));
  return kept?.familyId ?? null;
}
