import { presentedItem, response } from '@jalon/items/contract';
import { z } from 'zod';
import { competenceCode, competenceName, id } from './primitives.ts';
import { scoredFeedback } from './results.ts';

/** When the pupil learns how an answer was scored: after each one, or at the end. */
export const feedbackMoment = z.enum(['now', 'later']);

/** Begin (or take up again) an assessment given to the class, or free practice of a competence. */
export const startAttempt = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('measure'), assessmentId: id }),
  z.strictObject({ mode: z.literal('practice'), competence: competenceCode }),
]);
export type StartAttempt = z.infer<typeof startAttempt>;

/** An attempt as its pupil sees it while it runs. */
export const attemptView = z.object({
  id,
  title: z.string(),
  mode: z.enum(['measure', 'practice']),
  status: z.enum(['open', 'finished']),
  competence: competenceName,
  feedback: feedbackMoment,
  progress: z.object({
    answered: z.int().nonnegative(),
    atLeast: z.int().positive(),
    atMost: z.int().positive(),
  }),
  /** The item to answer now; `null` once the attempt is finished. */
  current: z.object({ ordinal: z.int().positive(), item: presentedItem }).nullable(),
});
export type AttemptView = z.infer<typeof attemptView>;

/**
 * One answer. `clientKey` is drawn by the client when the pupil answers and sent again unchanged
 * after a failure: the API counts it once and replies the same.
 */
export const submitResponse = z.strictObject({
  ordinal: z.int().positive().max(1000),
  response,
  clientKey: z.uuid(),
  durationMs: z.int().nonnegative().max(86_400_000),
});
export type SubmitResponse = z.infer<typeof submitResponse>;

/** What follows an answer that is safely kept. */
export const acceptedResponse = z.object({
  ordinal: z.int().positive(),
  /** `null` where the assessment gives feedback at the end. */
  feedback: scoredFeedback.nullable(),
  attempt: attemptView,
});
export type AcceptedResponse = z.infer<typeof acceptedResponse>;
