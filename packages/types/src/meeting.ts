import { z } from 'zod';
import { classSummary } from './classes.ts';
import { descriptor, releaseReference } from './framework.ts';
import { competenceName, id, instant } from './primitives.ts';
import { reportedLevel } from './results.ts';

/** What one competence's latest result says to a family. */
export const meetingCompetence = z.object({
  competence: competenceName,
  level: reportedLevel,
  finishedAt: instant,
  /** What the pupil showed that they can do. */
  shown: z.array(descriptor),
  /** What to work on now. */
  next: z.array(descriptor),
});
export type MeetingCompetence = z.infer<typeof meetingCompetence>;

/** A page to talk over with a pupil and their family. */
export const meetingPage = z.object({
  pupil: z.object({ id, name: z.string() }),
  class: classSummary,
  schoolName: z.string(),
  madeAt: instant,
  release: releaseReference,
  competences: z.array(meetingCompetence),
});
export type MeetingPage = z.infer<typeof meetingPage>;
