import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** How long the code may take after the password, and the pictures after the words of a card. */
export const HALF_SECONDS = 5 * 60;

/** Without a role, so that it is never taken for a token that lets somebody in. */
const claims = z.object({ sub: z.uuid(), half: z.literal(true) });

/** Says that the password of an account was right. */
export const signHalf = (app: FastifyInstance, staffId: string): string =>
  app.jwt.sign({ sub: staffId, half: true }, { expiresIn: HALF_SECONDS });

/** Whose password was right; `null` where nothing good says so. */
export function readHalf(app: FastifyInstance, token: string | undefined): string | null {
  if (token === undefined) return null;
  try {
    const read = claims.safeParse(app.jwt.verify(token));
    return read.success ? read.data.sub : null;
  } catch {
    return null;
  }
}

/** Of a card it holds the digest, so that a renewed card takes its pupil no further. */
const cardClaims = z.object({ sub: z.string().regex(/^card [0-9a-f]{64}$/) });
const CARD = 'card ';

/** Says that the words of a card were right. */
export const signHalfCard = (app: FastifyInstance, digest: string): string =>
  app.jwt.sign({ sub: CARD + digest }, { expiresIn: HALF_SECONDS });

/** The digest of the card whose words were right; `null` where nothing good says so. */
export function readHalfCard(app: FastifyInstance, token: string | undefined): string | null {
  if (token === undefined) return null;
  try {
    const read = cardClaims.safeParse(app.jwt.verify(token));
    return read.success ? read.data.sub.slice(CARD.length) : null;
  } catch {
    return null;
  }
}
