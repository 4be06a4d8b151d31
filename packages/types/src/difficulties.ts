import { z } from 'zod';
import { assessmentSummary } from './assessments.ts';
import { descriptor } from './framework.ts';
import { instanceReference, probability } from './primitives.ts';

/** A wrong answer that several gave, or one did, and what the item says to it. */
export const wrongAnswer = z.object({
  answer: z.string(),
  why: z.string(),
  times: z.int().positive(),
});

/** One item of an assessment, and how a class did with it. */
export const itemDifficulty = z.object({
  title: z.string(),
  descriptor,
  /** How many of the class answered it: the choice of items differs from pupil to pupil. */
  answered: z.int().positive(),
  /** Points earned out of points possible, over all who answered. */
  share: probability,
  /** The most frequent first; none where everybody was right. */
  wrong: z.array(wrongAnswer),
  /** One instance that was answered, to look at the item by. */
  instance: instanceReference,
});
export type ItemDifficulty = z.infer<typeof itemDifficulty>;

/** What was hard in an assessment: items by how little was earned, the hardest first. */
export const assessmentDifficulties = z.object({
  assessment: assessmentSummary,
  /** How many pupils have answered anything. */
  pupils: z.int().nonnegative(),
  items: z.array(itemDifficulty),
});
export type AssessmentDifficulties = z.infer<typeof assessmentDifficulties>;
