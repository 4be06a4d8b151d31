import { kindNames, presentedItem, response } from '@jalon/items/contract';
import { z } from 'zod';
import { descriptor } from './framework.ts';
import { competenceCode, competenceName } from './primitives.ts';

/** What an item's variables are drawn from: the same seed always gives the same instance. */
export const gallerySeed = z.string().min(1).max(100);

/** An item as lists show it: nothing of it is drawn, and nothing tells its key. */
export const galleryEntry = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(kindNames),
  competence: competenceCode,
  level: z.int().positive(),
});
export type GalleryEntry = z.infer<typeof galleryEntry>;

/** What is wrong in a draft, in the writers' language, and what to write instead. */
export const galleryProblem = z.object({
  /** The item whose file or instances are wrong; `null` where it is another file. */
  itemId: z.string().nullable(),
  place: z.object({ path: z.string(), line: z.int().positive() }).nullable(),
  message: z.string(),
  instead: z.string(),
  severity: z.enum(['error', 'warning']),
});
export type GalleryProblem = z.infer<typeof galleryProblem>;

/** Which state of the working folder is shown; `null` where it is the release in force. */
export const draftVersion = z.string().nullable();

/** Every item, to choose one from. */
export const gallery = z.object({
  draft: draftVersion,
  /** Those that have items, in the framework's order. */
  competences: z.array(competenceName),
  items: z.array(galleryEntry),
  /** What is wrong in a draft's files. */
  problems: z.array(galleryProblem),
});
export type Gallery = z.infer<typeof gallery>;

/** One item as a pupil sees it, with what staff know of it. */
export const shownItem = z.object({
  id: z.string(),
  version: z.int().positive(),
  title: z.string(),
  kind: z.enum(kindNames),
  competence: competenceName,
  descriptor,
  /** What the key earns; `null` where a draft's key cannot be given. */
  points: z.number().positive().nullable(),
  seed: gallerySeed,
  item: presentedItem,
  /** The right answer, in words. */
  key: z.string(),
});
export type ShownItem = z.infer<typeof shownItem>;

/** One item of the gallery. */
export const galleryItem = z.object({
  id: z.string(),
  draft: draftVersion,
  /** `null` where it cannot be shown: why, the problems tell. */
  shown: shownItem.nullable(),
  problems: z.array(galleryProblem),
});
export type GalleryItem = z.infer<typeof galleryItem>;

/** An answer to an instance, to be scored and forgotten. */
export const itemTry = z.strictObject({ seed: gallerySeed, response });
export type ItemTry = z.infer<typeof itemTry>;
