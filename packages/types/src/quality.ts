import { z } from 'zod';
import { releaseReference } from './framework.ts';
import { competenceName, instant, probability } from './primitives.ts';

const words = z.object({ fr: z.string(), en: z.string() });
const atLeastMinimum = z.int().positive();

/** What schools are told apart by, when answers of their pupils are compared. */
export const qualityAttribute = z.enum(['type', 'sector', 'priority']);
export type QualityAttribute = z.infer<typeof qualityAttribute>;

/** Two groups of pupils, by a word of their schools' attribute, such as `public`. */
export const qualityComparison = z.object({
  attribute: qualityAttribute,
  /** The larger group, and the one compared with it. */
  reference: z.string(),
  focal: z.string(),
});
export type QualityComparison = z.infer<typeof qualityComparison>;

/** How an item works in one group beside another, among pupils of the same ability. */
export const qualityDifference = qualityComparison.extend({
  size: z.enum(['negligible', 'moderate', 'large']),
  /** Log odds by which it is harder for the group that is compared, with its standard error. */
  gap: z.number(),
  error: z.number().positive(),
  /** Answers of each group, rounded to 5. */
  answers: z.object({ reference: atLeastMinimum, focal: atLeastMinimum }),
});
export type QualityDifference = z.infer<typeof qualityDifference>;

/** What asks for a person's look at an item: `act` before it decides anything, `look` in time. */
export const qualityRemark = z.object({
  severity: z.enum(['look', 'act']),
  /** Which groups it is about; `null` where it is about all pupils. */
  comparison: qualityComparison.nullable(),
  /** What is seen, what it may mean, and what to do. */
  words,
});
export type QualityRemark = z.infer<typeof qualityRemark>;

export const qualityItem = z.object({
  id: z.string(),
  version: z.int().positive(),
  title: z.string(),
  /** Rounded to 5; `null` where too few for anything to be said. */
  answers: atLeastMinimum.nullable(),
  fit: z.object({
    code: z.enum(['fits', 'misfits', 'not-enough-data']),
    /** How likely so much misfit is by chance; `null` where nothing is said. */
    p: probability.nullable(),
  }),
  drift: z.object({
    code: z.enum(['stable', 'harder', 'easier', 'sharper', 'blunter', 'not-enough-data']),
    /** How much harder it became beside the others, in logits; `null` where nothing is said. */
    shift: z.number().nullable(),
  }),
  /** By the comparisons that had enough answers. */
  differences: z.array(qualityDifference),
  remarks: z.array(qualityRemark),
});
export type QualityItem = z.infer<typeof qualityItem>;

export const competenceQuality = z.object({
  competence: competenceName,
  /** Pupils with a result, rounded to 5; `null` where too few for anything to be said. */
  pupils: atLeastMinimum.nullable(),
  /** `null` where too few. */
  measured: z
    .object({
      /** The share of what estimates vary by that is not error. */
      reliability: probability,
      /** How likely the level given is the true one; it or a neighbour; the same a second time. */
      exact: probability,
      withinOne: probability,
      consistency: probability,
    })
    .nullable(),
  items: z.array(qualityItem),
});
export type CompetenceQuality = z.infer<typeof competenceQuality>;

/** How well a release measures, judged by the answers of all schools. */
export const qualityReport = z.object({
  release: releaseReference,
  madeAt: instant,
  /** Nothing is said of fewer answers, or of fewer in a group. */
  minimum: z.int().positive(),
  /** Sittings of a competence that items are judged by at most, drawn among all. */
  mostSittings: z.int().positive(),
  competences: z.array(competenceQuality),
});
export type QualityReport = z.infer<typeof qualityReport>;

/** The newest report; `null` before the first is made. */
export const qualityView = z.object({ report: qualityReport.nullable() });
export type QualityView = z.infer<typeof qualityView>;
