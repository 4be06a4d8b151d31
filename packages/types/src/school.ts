import { z } from 'zod';
import { id, instant } from './primitives.ts';

/** A class or a group, as a school's administrator sees it. */
export const schoolClassSummary = z.object({
  id,
  name: z.string(),
  kind: z.enum(['class', 'group']),
  yearGroup: z.string(),
  schoolYear: z.string(),
  pupils: z.int().nonnegative(),
  /** How many of them have no card to sign in with. */
  withoutCard: z.int().nonnegative(),
  teachers: z.array(z.string()),
});
export type SchoolClassSummary = z.infer<typeof schoolClassSummary>;

/** A school, as its administrator sees it. */
export const schoolOverview = z.object({
  name: z.string(),
  uai: z.string(),
  /** The year that it is, such as `2026-2027`. */
  schoolYear: z.string(),
  pupils: z.int().nonnegative(),
  withoutCard: z.int().nonnegative(),
  /** Newest year first, classes before groups, then by name. */
  /** Records that other schools ask for, and that wait for an answer. */
  recordsAsked: z.int().nonnegative(),
  classes: z.array(schoolClassSummary),
});
export type SchoolOverview = z.infer<typeof schoolOverview>;

/** A class with its pupils, by name: what the administrator needs to hand out cards. */
export const schoolClassList = z.object({
  class: schoolClassSummary,
  pupils: z.array(z.object({ id, name: z.string(), className: z.string(), hasCard: z.boolean() })),
});
export type SchoolClassList = z.infer<typeof schoolClassList>;

/** Looks at the school's pupils, newest first: who looked at whom, and what for. */
export const schoolLooks = z.object({
  looks: z.array(
    z.object({
      id,
      at: instant,
      /** `null` for somebody who is there no more. */
      staffName: z.string().nullable(),
      pupilName: z.string().nullable(),
      action: z.string(),
    }),
  ),
  /** Where the next page begins; `null` at the end. */
  next: id.nullable(),
});
export type SchoolLooks = z.infer<typeof schoolLooks>;

/** Where a page of looks begins: after one of them. */
export const looksQuery = z.object({ before: id.optional() });

/** What a new card asks for besides its words: a row of pictures, for the youngest. */
const withPictures = { pictures: z.boolean() };

/** Whose cards are made, and how. A new card ends the one before. */
export const makeCards = z.strictObject({
  whose: z.enum(['without-card', 'all']),
  ...withPictures,
});

/** How the card of one pupil is made. */
export const makeCard = z.strictObject(withPictures);

/** How grave something in a roster's file is: see `packages/rosters`. */
export const rosterGravity = z.enum(['file', 'row', 'notice']);

/** One thing in a roster's file that a person has to know of. */
export const rosterProblem = z.object({
  line: z.int().positive(),
  /** Which file of an archive. */
  file: z.string().nullable(),
  gravity: rosterGravity,
  code: z.string(),
  /** What is wrong and what to do, with its line. */
  message: z.string(),
});
export type RosterProblem = z.infer<typeof rosterProblem>;

/** What reading a file gave. */
export const rosterReading = z.object({
  /** What waits to be confirmed; `null` where nothing of the file can be taken. */
  rosterId: id.nullable(),
  problems: z.array(rosterProblem),
});
export type RosterReading = z.infer<typeof rosterReading>;

/** A pupil in a preview: whoever leaves or is doubtful has a line only where the file names them. */
const previewPupil = z.object({ name: z.string(), className: z.string() });

/** A list of a preview: how many there are, and the first of them. */
const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ count: z.int().nonnegative(), first: z.array(row) });

/** What importing a roster would change. Nothing is written before it is confirmed. */
export const rosterPreview = z.object({
  rosterId: id,
  format: z.enum(['siecle', 'onde', 'oneroster', 'template']),
  readAt: instant,
  schoolYear: z.string(),
  /** Whether the file says which year it is of. */
  isYearSaid: z.boolean(),
  pupils: z.int().nonnegative(),
  same: z.int().nonnegative(),
  newClasses: z.array(
    z.object({ name: z.string(), kind: z.enum(['class', 'group']), pupils: z.int() }),
  ),
  added: listOf(previewPupil),
  moved: listOf(previewPupil.extend({ from: z.string() })),
  renamed: listOf(previewPupil.extend({ from: z.string() })),
  back: listOf(previewPupil),
  /** Whose group, year group or number changes, and nothing else. */
  otherwiseChanged: z.int().nonnegative(),
  /** Gone by the file's own word. */
  left: listOf(previewPupil),
  /** At the school, and not in a file that names everyone. */
  absent: listOf(previewPupil),
  /** Whether so many are absent that the file is sooner one of a part of the school. */
  isAbsentMany: z.boolean(),
  setAside: z.int().nonnegative(),
  /** A person has to say who they are; until then nothing happens to them. */
  doubtful: z.array(
    previewPupil.extend({
      line: z.int().positive(),
      why: z.enum(['keys-disagree', 'other-ine', 'same-name', 'two-rows']),
      candidates: z.array(previewPupil.extend({ id, hasLeft: z.boolean() })),
    }),
  ),
  problems: z.array(rosterProblem),
  /** The school as this preview saw it. */
  fingerprint: z.string(),
});
export type RosterPreview = z.infer<typeof rosterPreview>;

/** Confirms a preview. */
export const confirmRoster = z.strictObject({
  fingerprint: z.string().max(100),
  /** Whether whoever is absent from the file has left. */
  absentHaveLeft: z.boolean(),
  /** Who doubtful rows are, by line: a pupil, or `null` for somebody new. Others stay out. */
  who: z
    .array(z.strictObject({ line: z.int().positive(), pupilId: id.nullable() }))
    .max(5_000)
    .default([]),
});
export type ConfirmRoster = z.infer<typeof confirmRoster>;

/** What an import changed. */
export const rosterOutcome = z.object({
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  left: z.int().nonnegative(),
  newClasses: z.int().nonnegative(),
});
export type RosterOutcome = z.infer<typeof rosterOutcome>;
