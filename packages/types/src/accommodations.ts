import { z } from 'zod';

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
