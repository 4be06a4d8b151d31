import { z } from 'zod';
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
      closesAt: instant.nullable(),
      closed: z.boolean(),
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
