import * as z from 'zod/mini';

/**
 * The bounds of what an item shows and of what a pupil sends. Lengths are in UTF-16 units. Every
 * picture is `pictureWidth` units wide; how large it is shown depends on the screen.
 */
export const limits = {
  line: 300,
  paragraph: 2000,
  blocks: 12,
  listItems: 30,
  tableRows: 40,
  tableColumns: 12,
  meta: 8,
  bodyParagraphs: 20,
  results: 12,
  options: 10,
  elements: 7,
  pairs: 8,
  extras: 6,
  units: 8,
  categories: 5,
  gaps: 8,
  segments: 30,
  keys: 8,
  marks: 7,
  pictureWidth: 320,
  pictureHeight: 400,
  shapes: 60,
  pictureText: 60,
  zones: 12,
  sheetRows: 12,
  sheetColumns: 8,
  typedText: 200,
  typedNumber: 60,
  events: 600,
  steps: 8,
} as const;

/** A text that is shown on one line or two: a label, an option, a cell. */
export const line = z.string().check(z.minLength(1), z.maxLength(limits.line));

/** A text that may run over several sentences. */
export const paragraph = z.string().check(z.minLength(1), z.maxLength(limits.paragraph));

/** A name given to a shown part after shuffling, such as `o1`: it says where, never what. */
export const partId = z.string().check(z.regex(/^[a-z][1-9]\d?$/));

/** A part a pupil can choose, place or link. */
export const part = z.strictObject({ id: partId, text: line });
export type Part = z.infer<typeof part>;
