import { z } from 'zod';
import { passkeyView } from './passkeys.ts';
import { id, instant } from './primitives.ts';
import { PASSWORD_CHARACTERS } from './staff.ts';

/** A code of an authenticator (six figures), or a recovery code (words), as typed. */
const typedCode = z.string().trim().min(6).max(100);

/** The second part of signing in. */
export const codeSignIn = z.strictObject({ code: typedCode });

/** A session of the account: one sign-in on one device. */
export const openSession = z.object({
  id,
  startedAt: instant,
  /** When it was last renewed: to a quarter of an hour, the last time it was used. */
  lastUsedAt: instant,
  isThisOne: z.boolean(),
});

/** What guards the account of a member of staff. */
export const accountSecurity = z.object({
  email: z.string(),
  /** Whether the password alone lets nobody in: there is a code, or a passkey. */
  hasSecondFactor: z.boolean(),
  /** Whether there is a code of an authenticator. */
  hasCode: z.boolean(),
  passkeys: z.array(passkeyView),
  recoveryCodesLeft: z.int().nonnegative(),
  /** Whether nothing else is open to this account before it has a second factor. */
  needsSecondFactor: z.boolean(),
  sessions: z.array(openSession),
});
export type AccountSecurity = z.infer<typeof accountSecurity>;

/** A secret for an authenticator, by hand and as the address that a QR code carries. */
export const factorOffer = z.object({ secret: z.string(), uri: z.string() });
export type FactorOffer = z.infer<typeof factorOffer>;

export const confirmFactor = z.strictObject({
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  code: typedCode,
});

/** Told once, when the second factor begins; none where an account has some already. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });

export const endFactor = z.strictObject({ code: typedCode });

export const changePassword = z.strictObject({
  current: z.string().min(1).max(200),
  password: z.string().min(PASSWORD_CHARACTERS).max(200),
});

/** Which session ends: one of them, or all but this. */
export const endSessions = z.strictObject({ session: z.union([id, z.literal('others')]) });
