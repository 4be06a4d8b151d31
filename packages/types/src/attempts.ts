import { presentedItem, response } from '@jalon/items/contract';
import { z } from 'zod';
import { competenceCode, competenceName, id } from './primitives.ts';
import { scoredFeedback } from './results.ts';

/** When the pupil learns how an answer was scored: after each one, or at the end. */
export const feedbackMoment = z.enum(['now', 'later']);

/** Whether a sitting counts towards results, or is there to learn from. */
export const sittingMode = z.enum(['measure', 'practice']);
export type SittingMode = z.infer<typeof sittingMode>;

/** Begin (or take up again) what a teacher gave, or free practice of a competence. */
export const startAttempt = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('given'), assessmentId: id }),
  z.strictObject({ mode: z.literal('practice'), competence: competenceCode }),
]);
export type StartAttempt = z.infer<typeof startAttempt>;

/** An attempt as its pupil sees it while it runs. */
export const attemptView = z.object({
  id,
  title: z.string(),
  mode: sittingMode,
  status: z.enum(['open', 'finished']),
  competence: competenceName,
  feedback: feedbackMoment,
  progress: z.object({
    answered: z.int().nonnegative(),
    atLeast: z.int().positive(),
    atMost: z.int().positive(),
    /** Minutes of answering that are allowed and that are left, rounded up; `null` where unbounded. */
    minutes: z.object({ allowed: z.int().positive(), left: z.int().nonnegative() }).nullable(),
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
