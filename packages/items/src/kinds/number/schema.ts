import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenNumber, writtenParagraph } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

const unit = z.strictObject({
  symbol: z.string().min(1).max(20),
  factor: writtenNumber,
});

/** A number to type, with a unit to choose where there are units. */
export const definition = z
  .strictObject({
    ...commonShape,
    kind: z.literal('number'),
    answer: z.strictObject({ value: writtenNumber, tolerance: writtenNumber.optional() }),
    units: z
      .array(unit)
      .min(1)
      .max(limits.units)
      .refine((units) => allDifferent(units.map(({ symbol }) => symbol)), {
        error: 'Two units have the same symbol.',
      })
      .optional(),
    hint: writtenLine.optional(),
    distractors: z
      .array(
        z.strictObject({
          value: writtenNumber,
          unit: z.string().optional(),
          feedback: writtenParagraph.optional(),
        }),
      )
      .min(2, 'Write at least two wrong answers that one expects.')
      .max(20),
  })
  .superRefine(({ units = [], distractors }, context) => {
    for (const [index, { unit: symbol }] of distractors.entries()) {
      if (symbol === undefined || units.some((known) => known.symbol === symbol)) continue;
      const message = `Name one of the item's units, not ${symbol}.`;
      context.addIssue({ code: 'custom', path: ['distractors', index, 'unit'], message });
    }
  });
