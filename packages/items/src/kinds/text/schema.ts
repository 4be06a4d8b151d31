import { z } from 'zod';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';

/** A short text or a date to type. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('text'),
  answer: z.strictObject({
    as: z.enum(['text', 'date']),
    accept: z.array(writtenLine).min(1, 'Write at least one accepted answer.').max(20),
  }),
  hint: writtenLine.optional(),
  distractors: z
    .array(z.strictObject({ text: writtenLine, feedback: writtenParagraph.optional() }))
    .min(2, 'Write at least two wrong answers that one expects.')
    .max(20),
});
