import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenNumber, writtenParagraph } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

const range = z.strictObject({
  min: writtenNumber,
  max: writtenNumber,
  step: writtenNumber,
  unit: writtenLine.optional(),
  low: writtenLine.optional(),
  high: writtenLine.optional(),
});

const marks = z
  .array(z.strictObject({ at: z.number(), text: writtenLine }))
  .min(3, 'Write at least three marks.')
  .max(limits.marks)
  .refine((list) => allDifferent(list.map(({ text }) => text)), {
    error: 'Two marks have the same text.',
  })
  .refine(
    (list) => list.every(({ at }, index) => index === 0 || at > (list[index - 1]?.at ?? at)),
    {
      error: 'Each mark stands after the one before.',
    },
  );

/** A value to put on a line: a line of numbers, or one of a few marks that have words. */
export const definition = z
  .strictObject({
    ...commonShape,
    kind: z.literal('slider'),
    range: range.optional(),
    marks: marks.optional(),
    answer: z.strictObject({
      value: writtenNumber,
      tolerance: writtenNumber.optional(),
      near: writtenNumber.optional(),
    }),
    below: writtenParagraph.optional(),
    above: writtenParagraph.optional(),
  })
  .refine((item) => (item.range === undefined) !== (item.marks === undefined), {
    path: ['range'],
    error: 'Write either a range or marks.',
  });
