import { z } from 'zod';
import { releaseQuery, releaseReference, releaseVersion } from './framework.ts';
import { competenceCode, competenceName } from './primitives.ts';

/** A count that may be shown, or that it may not. Why it may not would give counts away. */
export const protectedCount = z.discriminatedUnion('status', [
  z.object({ status: z.literal('published'), pupils: z.int().nonnegative() }),
  z.object({ status: z.literal('suppressed') }),
]);
export type ProtectedCount = z.infer<typeof protectedCount>;

/** One school and year group (or a total over them): pupils with a result, by level. */
export const cohortRow = z.object({
  /** `null` in a total over schools. */
  school: z.object({ uai: z.string(), name: z.string() }).nullable(),
  /** `null` in a total over year groups. */
  yearGroup: z.string().nullable(),
  total: protectedCount,
  /** From level 1 up. */
  levels: z.array(protectedCount),
});
export type CohortRow = z.infer<typeof cohortRow>;

/** Where the territory's pupils stand in one competence; counts only. */
export const cohortTable = z.object({
  territory: z.string(),
  release: releaseReference,
  /** The releases one may choose, newest first. */
  releases: z.array(releaseVersion),
  competence: competenceName,
  /** The competences one may choose. */
  competences: z.array(competenceName),
  levels: z.array(z.object({ level: z.int().positive(), band: z.string() })),
  minimumCell: z.int().positive(),
  /** The rule applied, in a sentence. */
  rule: z.object({ fr: z.string(), en: z.string() }),
  rows: z.array(cohortRow),
});
export type CohortTable = z.infer<typeof cohortTable>;

export const cohortQuery = releaseQuery.extend({ competence: competenceCode.optional() });
