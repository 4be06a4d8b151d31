import { kindNames } from '@jalon/items/contract';
import { z } from 'zod';
import { descriptor, releaseVersion } from './framework.ts';
import { competenceName, day, probability } from './primitives.ts';

/** One release as stewards list it. */
export const releaseEntry = z.object({
  version: releaseVersion,
  sha256: z.string(),
  /** When it was made; `null` where the changelog does not tell. */
  day: day.nullable(),
  items: z.int().nonnegative(),
  frameworkVersion: z.string(),
  scaleVersion: z.string(),
  engine: z.string(),
});

/** What can change between two releases: `packages/framework` says which step each asks for. */
export const changeKind = z.enum([
  'other-framework',
  'other-meaning',
  'level-count',
  'competence-gone',
  'competence-new',
  'descriptor-gone',
  'descriptor-moved',
  'descriptor-new',
  'framework-words',
  'cuts',
  'prior',
  'steps',
  'sitting',
  'growth',
  'correlation',
  'scale-defaults',
  'items-added',
  'items-retired',
  'item-version',
  'item-words',
  'engine',
  'engine-mended',
]);
export type ChangeKind = z.infer<typeof changeKind>;

/** An item of a release as differences and coverage name it. */
export const releaseItem = z.object({
  id: z.string(),
  version: z.int().positive(),
  title: z.string(),
  kind: z.enum(kindNames),
});
export type ReleaseItem = z.infer<typeof releaseItem>;

/** What changed from one release to the next. */
export const releaseDifference = z.object({
  before: releaseVersion,
  /** The step that the changes ask for; `null` where nothing changed. */
  due: z.enum(['patch', 'minor', 'major']).nullable(),
  changes: z.array(
    z.object({ step: z.enum(['patch', 'minor', 'major']), what: changeKind, subject: z.string() }),
  ),
  /** Competences of which a result would move if it were read under the later one. */
  touches: z.array(z.string()),
  added: z.array(releaseItem),
  retired: z.array(releaseItem),
  changed: z.array(z.object({ before: releaseItem, after: releaseItem })),
});
export type ReleaseDifference = z.infer<typeof releaseDifference>;

/** How well a release covers a competence: descriptor by descriptor. */
export const competenceCoverage = z.object({
  competence: competenceName,
  items: z.int().nonnegative(),
  /** Enough items for the longest sitting. */
  isEnough: z.boolean(),
  descriptors: z.array(
    z.object({
      descriptor,
      items: z.array(
        releaseItem.extend({
          /** The share of the competence's attempts that met it, over all schools. */
          exposure: probability,
        }),
      ),
    }),
  ),
});
export type CompetenceCoverage = z.infer<typeof competenceCoverage>;

/** One release for stewards: what it holds, what it changed, and what is missing. */
export const releaseView = z.object({
  releases: z.array(releaseEntry),
  release: releaseEntry,
  /** Against the release asked for, or the one before it; `null` of the first. */
  difference: releaseDifference.nullable(),
  coverage: z.array(competenceCoverage),
});
export type ReleaseView = z.infer<typeof releaseView>;

export const releaseViewQuery = z.object({
  release: releaseVersion.optional(),
  before: releaseVersion.optional(),
});
