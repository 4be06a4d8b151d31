import { z } from 'zod';
import { semver } from './versions.ts';

/**
 * What any framework says, ours to measure under or not: domains, levels, competences and their
 * descriptors. The CRCN (`framework`) says more.
 */
export const frameworkTexts = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'Write an id in small letters, such as crcn.'),
  version: semver,
  title: z.string().min(1),
  language: z.string().length(2),
  /** The texts the framework comes from, as one cites them. */
  source: z.string().min(1),
  sourceUrl: z.url(),
  /** What allows its texts to be shown here, and on what condition. */
  licence: z.string().min(1),
  domains: z.array(z.strictObject({ code: z.string().min(1), name: z.string().min(1) })).min(1),
  levels: z.array(
    z.strictObject({
      level: z.int().positive(),
      band: z.string().min(1),
      text: z.string().min(1),
    }),
  ),
  competences: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        domain: z.string().min(1),
        name: z.string().min(1),
        definition: z.string(),
        descriptors: z.array(
          z.strictObject({
            code: z.string().min(1),
            level: z.int().positive(),
            text: z.string().min(1),
          }),
        ),
      }),
    )
    .min(1),
});
export type FrameworkTexts = z.infer<typeof frameworkTexts>;

/** A framework that we measure nothing under: with the day its texts are of. */
export const otherFramework = frameworkTexts.extend({ published: z.iso.date() });
export type OtherFramework = z.infer<typeof otherFramework>;
