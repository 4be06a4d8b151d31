import { z } from 'zod';
import { roles } from './permissions.ts';
import { instant } from './primitives.ts';

/**
 * How the product behaves for a pupil otherwise than for all. It says what helps, never why.
 * - `extra-time`: a third more of any time that is counted
 * - `read-aloud`: a button reads each question
 * - `readable-font`: letters and spaces that dyslexic readers tell apart more easily
 * - `simple-layout`: one column, larger, without what is not needed
 * - `no-fine-pointing`: no item that asks to aim at something small
 */
export const accommodations = [
  'extra-time',
  'read-aloud',
  'readable-font',
  'simple-layout',
  'no-fine-pointing',
] as const;
export type Accommodation = (typeof accommodations)[number];

/** What a pupil has, each once. */
export const accommodationList = z
  .array(z.enum(accommodations))
  .max(accommodations.length)
  .refine((list) => new Set(list).size === list.length, 'each once');

/** What a teacher says: all that the pupil has from now on; an empty list is as for all. */
export const sayAccommodations = z.strictObject({ measures: accommodationList });
export type SayAccommodations = z.infer<typeof sayAccommodations>;

/** What a pupil has, for those who teach them; who said so is `null` once nobody bears the name. */
export const pupilAccommodations = z.strictObject({
  measures: accommodationList,
  said: z.strictObject({ at: instant, by: z.string().nullable() }).nullable(),
});
export type PupilAccommodations = z.infer<typeof pupilAccommodations>;

/** The same for the pupil: which role said so, not who. */
export const ownAccommodations = z.strictObject({
  measures: accommodationList,
  saidAt: instant,
  by: z.enum(roles).nullable(),
});
export type OwnAccommodations = z.infer<typeof ownAccommodations>;
