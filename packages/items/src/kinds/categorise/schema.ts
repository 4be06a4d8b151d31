import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

const category = z.strictObject({ name: writtenLine, elements: z.array(writtenLine).min(1) });

/** Elements to put each in its category. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('categorise'),
  categories: z
    .array(category)
    .min(2, 'Write at least two categories.')
    .max(limits.categories)
    .refine((list) => allDifferent(list.map(({ name }) => name)), {
      error: 'Two categories have the same name.',
    })
    .refine((list) => allDifferent(list.flatMap(({ elements }) => elements)), {
      error: 'Two elements have the same text.',
    })
    .refine(
      (list) => {
        const count = list.flatMap(({ elements }) => elements).length;
        return count >= 3 && count <= limits.elements;
      },
      { error: `Write three to ${String(limits.elements)} elements in all.` },
    ),
});
