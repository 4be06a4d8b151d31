import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { functionNamed, readAddress } from '../../formula/index.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

const cell = z
  .string()
  .regex(/^[A-Z][1-9]\d?$/, 'Name a cell: B2.')
  .refine((name) => readAddress(name) !== null, 'The sheet has no such cell.');

const rows = z
  .array(
    z
      .array(z.union([writtenLine, z.literal('')]))
      .min(1)
      .max(limits.sheetColumns),
  )
  .min(1)
  .max(limits.sheetRows)
  .refine((lines) => new Set(lines.map((line) => line.length)).size === 1, {
    error: 'Every row has as many cells.',
  });

/** A formula to type into a cell of a small sheet, judged by what it gives on other numbers. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('formula'),
  sheet: z.strictObject({ caption: writtenLine, rows }),
  cell,
  copies: z
    .array(cell)
    .min(1)
    .max(limits.sheetRows)
    .refine(allDifferent, { error: 'A cell is named twice.' })
    .optional(),
  answer: z.strictObject({
    formula: writtenLine,
    mustUse: z
      .array(
        z.string().refine((name) => functionNamed(name) !== null, 'No function has this name.'),
      )
      .min(1)
      .optional(),
  }),
  hint: writtenLine.optional(),
  distractors: z
    .array(z.strictObject({ formula: writtenLine, feedback: writtenParagraph.optional() }))
    .min(2, 'Write at least two wrong formulas that one expects.')
    .max(20),
});
