import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CHALLENGE_SECONDS } from '../../services/security/passkeys.ts';
import type { Challenge } from '../../services/security/verify-passkey.ts';

/** What a challenge is for: signing in, or another passkey of an account. */
export type Purpose = 'sign-in' | `add ${string}`;

/** Without a role, so that it is never taken for a token that lets somebody in. */
const claims = z.object({
  sub: z.string(),
  challenge: z.string().min(16),
  /** To the millisecond, which tokens' own instants are not. */
  atMs: z.int(),
});

/**
 * Remembers a challenge in the browser that asked for it, for one purpose: any process can read it,
 * and no browser answers a challenge of another.
 */
export const signChallenge = (
  app: FastifyInstance,
  purpose: Purpose,
  { challenge, at }: Challenge,
): string =>
  app.jwt.sign(
    { sub: `passkey ${purpose}`, challenge, atMs: at.getTime() },
    { expiresIn: CHALLENGE_SECONDS },
  );

/** The challenge that a browser was given for a purpose; `null` where there is none, or no more. */
export function readChallenge(
  app: FastifyInstance,
  purpose: Purpose,
  token: string | undefined,
): Challenge | null {
  if (token === undefined) return null;
  try {
    const read = claims.safeParse(app.jwt.verify(token));
    if (!read.success || read.data.sub !== `passkey ${purpose}`) return null;
    return { challenge: read.data.challenge, at: new Date(read.data.atMs) };
  } catch {
    return null;
  }
}
