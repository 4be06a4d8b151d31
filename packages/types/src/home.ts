import { z } from 'zod';
import { sittingMode } from './attempts.ts';
import { releaseVersion } from './framework.ts';
import { competenceName, id, instant } from './primitives.ts';
import { reportedLevel } from './results.ts';

/** Where one pupil stands with one assessment. */
export const sittingState = z.enum(['not-started', 'working', 'finished']);

/** A pupil's first page. */
export const pupilHome = z.object({
  name: z.string(),
  className: z.string(),
  assessments: z.array(
    z.object({
      id,
      title: z.string(),
      competence: competenceName,
      mode: sittingMode,
      /** From when it may be begun; `null` where it may be. */
      opensAt: instant.nullable(),
      closesAt: instant.nullable(),
      closed: z.boolean(),
      questions: z.int().positive().nullable(),
      /** How long this pupil may take. */
      minutes: z.int().positive().nullable(),
      /** Its place among those given with it, of how many this pupil has; `null` where alone. */
      step: z.object({ rank: z.int().positive(), of: z.int().positive() }).nullable(),
      state: sittingState,
      attemptId: id.nullable(),
      answered: z.int().nonnegative(),
    }),
  ),
  practice: z.array(
    z.object({
      competence: competenceName,
      /** A practice begun and not finished. */
      openAttemptId: id.nullable(),
      lastFinishedAttemptId: id.nullable(),
    }),
  ),
  results: z.array(
    z.object({
      competence: competenceName,
      attemptId: id,
      finishedAt: instant,
      release: releaseVersion,
      level: reportedLevel,
    }),
  ),
});
export type PupilHome = z.infer<typeof pupilHome>;
