import { z } from 'zod';
import { feedbackMoment, sittingMode } from './attempts.ts';
import { classSummary } from './classes.ts';
import { sittingState } from './home.ts';
import { competenceCode, competenceName, day, id, instant, typedLine } from './primitives.ts';

/** The level of a framework, 1 up. */
const level = z.int().min(1).max(8);

/** The lowest and the highest level that items of a sitting are written for. */
export const levelRange = z
  .strictObject({ from: level, to: level })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'no lower than the first' });
export type LevelRange = z.infer<typeof levelRange>;

/** How many questions a sitting may be given, and how many minutes. */
export const questionBounds = { least: 3, most: 30 } as const;
export const minuteBounds = { least: 5, most: 120 } as const;

/** Who of a class an assessment is for. */
export const audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('class') }),
  /**
   * In each competence those who need it: without a result, or more probably below a level than at
   * it or above.
   */
  z.strictObject({ to: z.literal('need'), below: level }),
  z.strictObject({ to: z.literal('chosen'), pupilIds: z.array(id).min(1).max(500) }),
]);
export type Audience = z.infer<typeof audience>;

/** What a teacher chooses when giving something to do: one assessment a competence. */
export const giveAssessments = z.strictObject({
  title: typedLine(z.string().trim().min(1).max(120)),
  /** In the order in which they are to be done. */
  competences: z
    .array(competenceCode)
    .min(1)
    .max(16)
    .refine((codes) => new Set(codes).size === codes.length, 'each competence once'),
  mode: sittingMode,
  feedback: feedbackMoment,
  /** The first day on which it may be begun, or `null` for at once. */
  opensOn: day.nullable(),
  /** The last day it may be answered, or `null` for no end. */
  closesOn: day.nullable(),
  /** So many questions, or `null` for as many as the level needs to be sure enough. */
  questions: z.int().min(questionBounds.least).max(questionBounds.most).nullable(),
  /** How long a pupil may take, extra time aside, or `null` for as long as it takes. */
  minutes: z.int().min(minuteBounds.least).max(minuteBounds.most).nullable(),
  /** Items of these levels alone, or `null` for whichever fit the pupil. */
  levels: levelRange.nullable(),
  audience,
});
export type GiveAssessments = z.infer<typeof giveAssessments>;

/** What a page says in both languages. */
const inBoth = z.object({ fr: z.string(), en: z.string() });

/** Something ready to be given: a form that is filled in already. */
export const sequenceView = z.object({
  id: z.string(),
  title: inBoth,
  about: inBoth,
  competences: z.array(competenceCode),
  mode: sittingMode,
  feedback: feedbackMoment,
  questions: z.int().positive().nullable(),
});
export type SequenceView = z.infer<typeof sequenceView>;

/** An assessment given to a class, or to some of it, with how many are where. */
export const assessmentSummary = z.object({
  id,
  classId: id,
  title: z.string(),
  competence: competenceName,
  mode: sittingMode,
  feedback: feedbackMoment,
  givenAt: instant,
  /** From when it may be begun; `null` where from the start. */
  opensAt: instant.nullable(),
  opened: z.boolean(),
  closesAt: instant.nullable(),
  closed: z.boolean(),
  questions: z.int().positive().nullable(),
  minutes: z.int().positive().nullable(),
  levels: levelRange.nullable(),
  /** How many it was given to, where not to all of the class. */
  chosen: z.int().nonnegative().nullable(),
  /** What ties it to those given with it; `null` where it was given by itself. */
  sequence: z.object({ id, rank: z.int().positive() }).nullable(),
  counts: z.object({
    notStarted: z.int().nonnegative(),
    working: z.int().nonnegative(),
    finished: z.int().nonnegative(),
  }),
});
export type AssessmentSummary = z.infer<typeof assessmentSummary>;

/**
 * An answer that comes sooner was given without the question having been read: the common threshold
 * of three seconds (Kong, Wise & Bhola 2007), which needs to know nothing of the item.
 */
export const QUICK_ANSWER_MS = 3_000;

/** Where one pupil is in an assessment that runs. */
export const sittingProgress = z.object({
  pupilId: id,
  name: z.string(),
  state: sittingState,
  attemptId: id.nullable(),
  answered: z.int().nonnegative(),
  startedAt: instant.nullable(),
  lastAnswerAt: instant.nullable(),
  /** How many answers came within `QUICK_ANSWER_MS`. */
  quickAnswers: z.int().nonnegative(),
});
export type SittingProgress = z.infer<typeof sittingProgress>;

/** The whole room: what the page shows first, and what the event stream keeps up to date. */
export const assessmentProgress = z.object({
  assessment: assessmentSummary,
  class: classSummary,
  atMost: z.int().positive(),
  pupils: z.array(sittingProgress),
});
export type AssessmentProgress = z.infer<typeof assessmentProgress>;
