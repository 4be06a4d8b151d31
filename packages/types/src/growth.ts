import { z } from 'zod';
import { classSummary } from './classes.ts';
import { releaseReference, releaseVersion } from './framework.ts';
import { competenceCode, competenceName, id, instant, probability } from './primitives.ts';
import { reportedLevel } from './results.ts';

/** What one finished measure said of a pupil, under the release that it was made under. */
export const growthMeasure = z.object({
  attemptId: id,
  finishedAt: instant,
  release: releaseVersion,
  level: reportedLevel,
  ability: z.number(),
  standardError: z.number().positive(),
});
export type GrowthMeasure = z.infer<typeof growthMeasure>;

/** The first and the last measure of a pupil in a competence, and what changed between them. */
export const growthCell = z.object({
  competence: competenceCode,
  first: growthMeasure,
  last: growthMeasure,
  /** Last minus first, in logits. */
  difference: z.number(),
  standardError: z.number().positive(),
  /** The probability that the ability is higher now than it was then. */
  probabilityOfRise: probability,
  /** `unsure` where neither direction has 80 chances out of 100. */
  direction: z.enum(['rise', 'fall', 'unsure']),
});
export type GrowthCell = z.infer<typeof growthCell>;

/** How a class changed since its school year began: pupils x competences. */
export const classGrowth = z.object({
  class: classSummary,
  /** The one in force: measures on its metric are compared, and no others. */
  release: releaseReference,
  /** When the school year began, by the school's clocks. */
  since: instant,
  competences: z.array(competenceName),
  pupils: z.array(
    z.object({
      id,
      name: z.string(),
      /** Of competences that were measured at least twice. */
      cells: z.array(growthCell),
      /** Competences that were measured once. */
      once: z.array(competenceCode),
    }),
  ),
});
export type ClassGrowth = z.infer<typeof classGrowth>;
