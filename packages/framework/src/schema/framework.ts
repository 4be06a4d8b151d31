import { z } from 'zod';
import { frameworkTexts } from './framework-texts.ts';
import { competenceCode } from './versions.ts';

const texts = frameworkTexts.shape;
const competence = texts.competences.element;
const descriptor = competence.shape.descriptors.element;

/** A framework that is measured under, as its file says it: more than the texts of any. */
export const framework = frameworkTexts.extend({
  levels: texts.levels.min(2),
  competences: z
    .array(
      competence.extend({
        code: competenceCode,
        /** Its code in the school report (LSU). */
        lsu: z.string().min(1),
        definition: z.string().min(1),
        keywords: z.string().min(1),
        descriptors: z
          .array(
            descriptor.extend({
              code: z
                .string()
                .regex(/^[1-9]\.[1-9]\.N[1-8]\.[1-9]\d?$/, "Write a descriptor's code: 1.1.N2.1."),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type Framework = z.infer<typeof framework>;
