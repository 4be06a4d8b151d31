import { z } from 'zod';
import { sittingMode } from './attempts.ts';
import { releaseReference, releaseVersion } from './framework.ts';
import { competenceCode, competenceName, id, instant } from './primitives.ts';
import { reportedLevel } from './results.ts';

/** A class as lists name it. */
export const classSummary = z.object({
  id,
  name: z.string(),
  yearGroup: z.string(),
  schoolYear: z.string(),
  kind: z.enum(['class', 'group']),
  /** Whether it comes and goes with the rosters, or somebody of the school made it. */
  origin: z.enum(['roster', 'school']),
  pupils: z.int().nonnegative(),
});
export type ClassSummary = z.infer<typeof classSummary>;

/** What one finished assessment says of one pupil and one competence. */
export const pictureCell = z.object({
  competence: competenceCode,
  attemptId: id,
  finishedAt: instant,
  responses: z.int().positive(),
  level: reportedLevel,
});
export type PictureCell = z.infer<typeof pictureCell>;

/**
 * A result made under an earlier release, read on the scale of the one that is shown. The original
 * stays as it is; this stands in for a result that the pupil does not have under this release.
 */
export const rereadCell = pictureCell.extend({
  /** The release that the result was made under. */
  from: releaseVersion,
  /** What going from one scale to the other adds to the standard error, in logits; 0 on the same scale. */
  linkError: z.number().nonnegative(),
});
export type RereadCell = z.infer<typeof rereadCell>;

/** A release that results may be shown under, with how many there are. */
export const releaseChoice = z.object({ version: releaseVersion, results: z.int().nonnegative() });
export type ReleaseChoice = z.infer<typeof releaseChoice>;

/** The class as pupils x competences: the latest result of each, under one release. */
export const classPicture = z.object({
  class: classSummary,
  release: releaseReference,
  competences: z.array(competenceName),
  /** How many levels the framework has. */
  levels: z.int().positive(),
  /** The one in force and those that the class has results under, newest first. */
  releases: z.array(releaseChoice),
  pupils: z.array(
    z.object({
      id,
      name: z.string(),
      /** The class that they are in: of a group, not all are in the same. */
      className: z.string(),
      yearGroup: z.string(),
      cells: z.array(pictureCell),
      /** Of competences in which there is no result under this release, but one under an earlier. */
      rereadings: z.array(rereadCell),
    }),
  ),
});
export type ClassPicture = z.infer<typeof classPicture>;

/** One pupil as a teacher sees them: results and every attempt, newest first. */
export const pupilFile = z.object({
  pupil: z.object({ id, name: z.string() }),
  class: classSummary,
  release: releaseReference,
  cells: z.array(pictureCell),
  rereadings: z.array(rereadCell),
  attempts: z.array(
    z.object({
      id,
      title: z.string(),
      mode: sittingMode,
      status: z.enum(['open', 'finished']),
      competence: competenceName,
      answered: z.int().nonnegative(),
      release: releaseVersion,
      startedAt: instant,
      finishedAt: instant.nullable(),
      level: reportedLevel.nullable(),
    }),
  ),
});
export type PupilFile = z.infer<typeof pupilFile>;
