import { z } from 'zod';
import { classSummary } from './classes.ts';
import { releaseReference } from './framework.ts';
import { competenceCode, competenceName, id, probability } from './primitives.ts';

/** A position of the school report: 1 to 3; 0 says that the pupil is not to be positioned. */
export const positionLevel = z.int().min(0).max(3);

/** What is known of one pupil's position in one competence. */
export const position = z.object({
  competence: competenceCode,
  /** By the rule, from the latest result; `null` where there is none. */
  proposed: z
    .object({
      level: z.int().min(1).max(3),
      /** That the pupil has this level at least. */
      probability,
      attemptId: id,
    })
    .nullable(),
  /** The teacher's word, which stands; `null` where nothing was said. */
  said: positionLevel.nullable(),
});
export type Position = z.infer<typeof position>;

/** Positions of a class for the school report (LSU), of the pupils whom it concerns. */
export const classPositions = z.object({
  class: classSummary,
  release: releaseReference,
  /** With the code that the school report knows each competence by. */
  competences: z.array(competenceName.extend({ lsu: z.string() })),
  pupils: z.array(z.object({ id, name: z.string(), positions: z.array(position) })),
  /** How many pupils of the class the school report asks no positions of. */
  others: z.int().nonnegative(),
});
export type ClassPositions = z.infer<typeof classPositions>;

/** What a teacher says of one pupil; `null` goes back to the rule. */
export const sayPositions = z.strictObject({
  pupilId: id,
  positions: z
    .array(z.strictObject({ competence: competenceCode, level: positionLevel.nullable() }))
    .max(32),
});
export type SayPositions = z.infer<typeof sayPositions>;
