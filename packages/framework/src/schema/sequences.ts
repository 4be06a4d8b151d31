import { z } from 'zod';

const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** Something ready to be given: a few competences, in an order, with how to do them. */
const sequence = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'Write an id in small letters, such as bilan-de-rentree.'),
  title: words,
  /** For whom and what for, in a sentence or two. */
  about: words,
  /** Codes, in the order in which they are to be done. */
  competences: z.array(z.string()).min(1).max(16),
  mode: z.enum(['measure', 'practice']),
  feedback: z.enum(['now', 'later']),
  /** So many in each competence; absent, as many as the level needs. */
  questions: z.int().min(3).max(30).optional(),
});
export type Sequence = z.infer<typeof sequence>;

export const sequenceFile = z.strictObject({ sequences: z.array(sequence) });
