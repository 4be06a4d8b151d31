import { z } from 'zod';
import { id, instant } from './primitives.ts';

export const transferAnswer = z.enum(['agreed', 'refused']);
export type TransferAnswer = z.infer<typeof transferAnswer>;

/** What a school asks others for, and is asked for. */
export const schoolTransfers = z.object({
  /** Pupils whom another school knows by the same INE, and whose record was not asked for. */
  toAsk: z.array(z.object({ pupilId: id, name: z.string(), className: z.string() })),
  /** Records that were asked for, newest first. */
  asked: z.array(
    z.object({
      id,
      name: z.string(),
      className: z.string(),
      askedAt: instant,
      answer: transferAnswer.nullable(),
    }),
  ),
  /** Records that other schools ask for and that wait for an answer, oldest first. */
  toAnswer: z.array(
    z.object({
      id,
      name: z.string(),
      className: z.string(),
      schoolYear: z.string(),
      leftAt: instant.nullable(),
      askedAt: instant,
      asker: z.object({ uai: z.string(), name: z.string() }),
    }),
  ),
});
export type SchoolTransfers = z.infer<typeof schoolTransfers>;

/** Whose records are asked for. */
export const askTransfers = z.strictObject({ pupilIds: z.array(id).min(1).max(2_000) });

export const answerTransfer = z.strictObject({ answer: transferAnswer });

/** How many attempts and responses were sent; none where the record was refused. */
export const transferOutcome = z.object({
  attempts: z.int().nonnegative(),
  responses: z.int().nonnegative(),
});
export type TransferOutcome = z.infer<typeof transferOutcome>;
