import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';

const selectable = z
  .strictObject({
    part: writtenLine,
    key: z.boolean().optional(),
    feedback: writtenParagraph.optional(),
  })
  .refine(({ key, feedback }) => !(key && feedback !== undefined), {
    path: ['feedback'],
    error: 'A right part has no feedback of its own: write it in feedback.correct.',
  });

/** A text of which some parts can be selected: those to select have `key`. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('select'),
  segments: z
    .array(z.union([selectable, writtenLine]))
    .max(limits.segments)
    .refine(
      (segments) => {
        const parts = segments.filter((segment) => typeof segment === 'object');
        const keys = parts.filter(({ key }) => key).length;
        return keys >= 1 && keys <= limits.keys && parts.length - keys >= 2;
      },
      {
        error: `Write one to ${String(limits.keys)} parts with key: true, and at least two others.`,
      },
    ),
});
