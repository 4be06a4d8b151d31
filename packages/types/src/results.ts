import { z } from 'zod';
import { descriptor, releaseReference } from './framework.ts';
import { competenceName, id, instanceReference, instant, probability } from './primitives.ts';

/** A level as it is reported: the step, and how sure we are. */
export const reportedLevel = z.object({
  /** The most probable step, 1..n. */
  level: z.int().positive(),
  band: z.string(),
  /** The posterior probability of that very level. */
  probability,
  /** The posterior probability of that level or a neighbour of it. */
  withinOne: probability,
  /** The probability of each level, from 1 up. */
  probabilities: z.array(probability),
});
export type ReportedLevel = z.infer<typeof reportedLevel>;

/** One of the things that an item asked to do. */
export const scoredStep = z.object({
  goal: z.string(),
  done: z.boolean(),
  /** What was done, or what was missed. */
  text: z.string(),
});
export type ScoredStep = z.infer<typeof scoredStep>;

/** The score of one response, with its reason. */
export const scoredFeedback = z.object({
  points: z.number().nonnegative(),
  possible: z.number().positive(),
  correct: z.boolean(),
  /** Why, in words for the pupil. */
  text: z.string(),
  /** The right answer, in words. */
  key: z.string(),
  /** What was to be done, one thing after the other, where the item asks for several. */
  steps: z.array(scoredStep).optional(),
});
export type ScoredFeedback = z.infer<typeof scoredFeedback>;

/** One response of an attempt, looked at again: what was asked, answered, and why the score. */
export const reviewedResponse = z.object({
  ordinal: z.int().positive(),
  title: z.string(),
  prompt: z.string(),
  descriptor,
  answer: z.string(),
  feedback: scoredFeedback,
  instance: instanceReference,
  answeredAt: instant,
  durationMs: z.int().nonnegative(),
  /** The estimate once this response was counted. */
  ability: z.number(),
  standardError: z.number().positive(),
  /** By how much this response moved the estimate, in logits: up where it is positive. */
  moved: z.number(),
});
export type ReviewedResponse = z.infer<typeof reviewedResponse>;

/** How a pupil did on the items of one descriptor during an attempt. */
export const descriptorOutcome = z.object({
  descriptor,
  points: z.number().nonnegative(),
  possible: z.number().positive(),
});
export type DescriptorOutcome = z.infer<typeof descriptorOutcome>;

/** What an attempt showed. For an open attempt the level is what is known so far. */
export const attemptResult = z.object({
  attemptId: id,
  pupil: z.object({ id, name: z.string() }),
  title: z.string(),
  mode: z.enum(['measure', 'practice']),
  status: z.enum(['open', 'finished']),
  competence: competenceName,
  release: releaseReference,
  startedAt: instant,
  finishedAt: instant.nullable(),
  level: reportedLevel,
  ability: z.number(),
  standardError: z.number().positive(),
  /** What was expected before the first response: from earlier sittings, or of anyone. */
  before: z.object({
    level: reportedLevel,
    ability: z.number(),
    standardError: z.number().positive(),
  }),
  /** Where levels 2, 3 … begin on the scale of abilities, in logits. */
  cuts: z.array(z.number()),
  /** Which share of the certainty about the ability came from results in other competences. */
  borrowed: probability,
  /** Descriptors of which the pupil earned most points in this attempt. */
  shown: z.array(descriptorOutcome),
  /** Descriptors to work on now: missed here, or the next ones of the framework. */
  next: z.array(descriptor),
  responses: z.array(reviewedResponse),
});
export type AttemptResult = z.infer<typeof attemptResult>;
