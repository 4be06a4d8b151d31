import { z } from 'zod';
import { competenceCode, semver } from './versions.ts';

/** The scale as its file says it: for each competence the prior of abilities and the cut points. */
export const scale = z.strictObject({
  version: semver,
  /** The difficulty an item of a level usually has, in logits. */
  usualDifficulty: z.record(z.string(), z.number()),
  /** The discrimination an item of a kind usually has. */
  discrimination: z.record(z.string(), z.number().positive()),
  /** How long a sitting is, and how sure a level must be for it to end early. */
  sitting: z
    .strictObject({
      minItems: z.int().positive(),
      maxItems: z.int().positive(),
      minLevelProbability: z.number().min(0).max(1),
    })
    .refine(({ minItems, maxItems }) => minItems <= maxItems, 'Write minItems up to maxItems.'),
  /** How far an ability may move in a year of school: the sd of the change, in logits. */
  growth: z.strictObject({ sdPerYear: z.number().nonnegative() }),
  /**
   * How items of several points are counted: in steps, the middle of which is the item's difficulty,
   * this far apart in logits. Absent, a partial score counts as a fraction of one answer.
   */
  partialCredit: z.strictObject({ stepSpacing: z.number().nonnegative() }).optional(),
  /**
   * What one competence says of another: the correlation of two competences of a domain, and of two
   * of different domains. Absent, each is measured by itself.
   */
  correlation: z
    .strictObject({
      withinDomain: z.number().min(0).max(0.99),
      betweenDomains: z.number().min(0).max(0.99),
    })
    .refine(
      ({ withinDomain, betweenDomains }) => betweenDomains <= withinDomain,
      'Write betweenDomains up to withinDomain.',
    )
    .optional(),
  competences: z.record(
    competenceCode,
    z.strictObject({
      prior: z.strictObject({ mean: z.number(), sd: z.number().positive() }),
      /** One fewer than the levels, increasing: where each next level begins, in logits. */
      cuts: z.array(z.number()).min(1),
    }),
  ),
});
export type Scale = z.infer<typeof scale>;
