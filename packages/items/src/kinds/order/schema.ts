import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

/** Elements to put in order, written in the right one. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('order'),
  elements: z
    .array(writtenLine)
    .min(3, 'Write at least three elements.')
    .max(limits.elements)
    .refine(allDifferent, 'Two elements have the same text.'),
});
