import { z } from 'zod';
import { classSummary } from './classes.ts';
import { id, typedLine } from './primitives.ts';

/** How many pupils a group has that a teacher makes. */
export const groupBounds = { least: 1, most: 200 } as const;

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What a screen cannot show, and what a spreadsheet would take for a formula. */
const UNSHOWABLE = /^[=+@|-]|[\p{Cf}\p{Co}\p{Cs}\u2028\u2029\uFFFD<>]/u;

/** What a group is called: bounded as the names of classes are that come with a roster. */
export const groupName = typedLine(
  z
    .string()
    .trim()
    .max(100)
    .refine((text) => HAS_LETTER_OR_DIGIT.test(text), 'with a letter or a digit')
    .refine((text) => !UNSHOWABLE.test(text), 'letters that every page can show'),
);

const pupilIds = z.array(id).max(groupBounds.most);

/** Makes a group of pupils whom its maker teaches. */
export const makeGroup = z.strictObject({
  name: groupName,
  pupilIds: pupilIds.min(groupBounds.least),
});
export type MakeGroup = z.infer<typeof makeGroup>;

/**
 * Changes a group by what is to be different, so that what others change meanwhile stays: whoever is
 * neither added nor removed is left as they are.
 */
export const changeGroup = z.strictObject({
  /** `null` where the name stays. */
  name: groupName.nullable(),
  add: pupilIds,
  remove: pupilIds,
});
export type ChangeGroup = z.infer<typeof changeGroup>;

const named = z.object({ id, name: z.string() });

/** The pupils that somebody may put into a group: those whom they teach, each in one place. */
export const groupPupils = z.object({
  /** The year that it is, such as `2026-2027`. */
  schoolYear: z.string(),
  /** Classes before groups, by name; of a group, whoever is in none of these classes. */
  places: z.array(
    named.extend({ kind: z.enum(['class', 'group']), pupils: z.array(named).min(1) }),
  ),
});
export type GroupPupils = z.infer<typeof groupPupils>;

/** A group that somebody of the school made, as whoever teaches it sees it. */
export const groupView = z.object({
  class: classSummary,
  pupils: z.array(named.extend({ className: z.string() })),
  /** Who else teaches it, by name. */
  sharedWith: z.array(z.string()),
});
export type GroupView = z.infer<typeof groupView>;
