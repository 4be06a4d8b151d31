import { z } from 'zod';
import { releaseQuery, releaseReference, releaseVersion } from './framework.ts';
import { competenceCode, competenceName, typedLine } from './primitives.ts';
import { territoryKinds } from './territories.ts';

/** A count that may be shown, or that it may not. Why it may not would give counts away. */
export const protectedCount = z.discriminatedUnion('status', [
  z.object({ status: z.literal('published'), pupils: z.int().nonnegative() }),
  z.object({ status: z.literal('suppressed') }),
]);
export type ProtectedCount = z.infer<typeof protectedCount>;

/**
 * What the rows of a table are: places; or what the schools of a place have in common; or, of a
 * school, the schools of the territory that are like it in something (`like`).
 */
export const cohortBy = z.enum([
  ...['academy', 'department', 'district', 'school'],
  ...['type', 'sector', 'priority', 'setting', 'size', 'like'],
] as const);
export type CohortBy = z.infer<typeof cohortBy>;

/** A part of a territory: a school, or several. */
export const cohortGroup = z.object({
  /**
   * A school's UAI, a place's code, or a word such as `rep-plus`; `unknown` where nothing is said.
   * By `like`: such as `sector:public`, or a place such as `department:69`.
   */
  code: z.string(),
  /** Of a school or a place; `null` of what the words of the interface name. */
  name: z.string().nullable(),
});
export type CohortGroup = z.infer<typeof cohortGroup>;

/** A place that counts are made of, from the country down to a school. */
export const cohortPlace = z.object({
  kind: z.enum([...territoryKinds, 'school']),
  code: z.string(),
  name: z.string(),
});
export type CohortPlace = z.infer<typeof cohortPlace>;

/** A mean over pupils, in logits, with its standard error. */
const meanFigure = z.object({ value: z.number(), standardError: z.number().nonnegative() });

const estimatedShare = z.object({ share: z.number(), standardError: z.number().nonnegative() });

/** Where a group's pupils stand, as their answers alone say. */
export const cohortStanding = meanFigure.extend({
  /** The part of the error that comes from measuring: what is left where the pupils are everybody. */
  measurementError: z.number().nonnegative(),
  /** How far apart the pupils' abilities are. */
  sd: z.number().nonnegative(),
  /** The estimated share at each level, from 1 up, between 0 and 1. */
  shares: z.array(estimatedShare),
  /** The same at each level or above it. */
  atLeast: z.array(estimatedShare),
});
export type CohortStanding = z.infer<typeof cohortStanding>;

/** How pupils changed who were measured twice in the school year, a month apart or more. */
export const cohortGrowth = meanFigure.extend({ pupils: z.int().nonnegative() });
export type CohortGrowth = z.infer<typeof cohortGrowth>;

/** One group and year group (or a total over them): pupils with a result, by level. */
export const cohortRow = z.object({
  /** `null` in a total over the place. */
  group: cohortGroup.nullable(),
  /** `null` in a total over year groups. */
  yearGroup: z.string().nullable(),
  total: protectedCount,
  /** From level 1 up. */
  levels: z.array(protectedCount),
  /** Pupils at the schools, with a result or without. */
  enrolled: protectedCount,
  /** `null` where the total is hidden. */
  standing: cohortStanding.nullable(),
  /** `null` where too few were measured twice. */
  growth: cohortGrowth.nullable(),
});
export type CohortRow = z.infer<typeof cohortRow>;

/** A place as it was published one night. */
export const cohortMoment = z.object({
  madeAt: z.iso.datetime(),
  total: protectedCount,
  standing: cohortStanding.nullable(),
});
export type CohortMoment = z.infer<typeof cohortMoment>;

/** Where the territory's pupils stand in one competence; counts only. */
export const cohortTable = z.object({
  /** The name of the place that is counted. */
  territory: z.string(),
  /** From the inspector's whole territory to the place that is counted. */
  path: z.array(cohortPlace).min(1),
  /** The places right below, which one may choose. */
  narrower: z.array(cohortPlace),
  /** What the rows are. */
  by: cohortBy,
  /** What the rows may be: what nothing is known of is left out. */
  groupings: z.array(cohortBy),
  /** The year group of every row; `null` for all of them and their total. */
  yearGroup: z.string().nullable(),
  /** The year groups one may choose. */
  yearGroups: z.array(z.string()),
  /** When the results were read that are counted; `null` where nothing was published yet. */
  madeAt: z.iso.datetime().nullable(),
  /** The days of which figures are kept under the release, newest first. */
  days: z.array(z.iso.date()),
  release: releaseReference,
  /** The releases one may choose, newest first. */
  releases: z.array(releaseVersion),
  competence: competenceName,
  /** The competences one may choose. */
  competences: z.array(competenceName),
  levels: z.array(z.object({ level: z.int().positive(), band: z.string() })),
  /** Where levels 2, 3 … begin, in logits. */
  cuts: z.array(z.number()),
  minimumCell: z.int().positive(),
  /** The rule applied, in a sentence. */
  rule: z.object({ fr: z.string(), en: z.string() }),
  rows: z.array(cohortRow),
  /** How many days apart two measures are, at least, for growth to be counted. */
  daysApart: z.int().positive(),
  /** Pupils of the place with a result in each competence, in the order of `competences`. */
  coverage: z.array(z.object({ code: competenceCode, pupils: protectedCount })),
  /** The place as it was published before and now, under the same release, oldest first. */
  trend: z.array(cohortMoment),
});
export type CohortTable = z.infer<typeof cohortTable>;

/** Which place of an inspector's territory, such as `department:69`. */
const within = z
  .string()
  .regex(/^(?:country|academy|department|district|school):[0-9A-Z]{1,20}$/)
  .optional();

/** The figures as they were on a day: the last that were published by then. */
const on = z.iso.date().optional();

export const cohortQuery = releaseQuery.extend({
  on,
  competence: competenceCode.optional(),
  within,
  by: cohortBy.optional(),
  yearGroup: typedLine(z.string().max(100)).optional(),
});

export const cohortExportQuery = releaseQuery.extend({ within, on, by: cohortBy.optional() });
