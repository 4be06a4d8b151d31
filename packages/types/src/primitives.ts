import { z } from 'zod';

/** An identifier made by the API (UUID, version 7 where the API makes it). */
export const id = z.uuid();

/** An instant in ISO 8601, UTC. */
export const instant = z.iso.datetime();

/** A competence's code in its framework, such as `1.1`. */
export const competenceCode = z.string().regex(/^[1-9]\.[1-9]$/, 'a competence code such as 1.1');

/** What cannot be typed on one line, and what PostgreSQL cannot keep: control characters. */
const CONTROL = /\p{Cc}/u;

/** One line that a person types, as `shape` bounds it. */
export const typedLine = (shape: z.ZodString): z.ZodString =>
  shape.refine((text) => !CONTROL.test(text), 'one line, without control characters');

/** A calendar day, `2026-11-24`. */
export const day = z.iso.date();

/** A competence as lists show it. */
export const competenceName = z.object({ code: competenceCode, name: z.string() });
export type CompetenceName = z.infer<typeof competenceName>;

/** A probability, 0 to 1. */
export const probability = z.number().min(0).max(1);

/** An item version and the seed it was drawn with: enough to show the same instance again. */
export const instanceReference = z.object({
  itemId: z.string(),
  itemVersion: z.int().positive(),
  seed: z.string(),
});
