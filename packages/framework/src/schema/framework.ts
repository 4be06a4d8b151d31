import { z } from 'zod';
import { competenceCode, semver } from './versions.ts';

/** A framework as its file says it: domains, levels, competences and their descriptors. */
export const framework = z.strictObject({
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
  levels: z
    .array(
      z.strictObject({
        level: z.int().positive(),
        band: z.string().min(1),
        text: z.string().min(1),
      }),
    )
    .min(2),
  competences: z
    .array(
      z.strictObject({
        code: competenceCode,
        domain: z.string().min(1),
        name: z.string().min(1),
        /** Its code in the school report (LSU). */
        lsu: z.string().min(1),
        definition: z.string().min(1),
        keywords: z.string().min(1),
        descriptors: z
          .array(
            z.strictObject({
              code: z
                .string()
                .regex(/^[1-9]\.[1-9]\.N[1-8]\.[1-9]\d?$/, "Write a descriptor's code: 1.1.N2.1."),
              level: z.int().positive(),
              text: z.string().min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type Framework = z.infer<typeof framework>;
