import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

const cellName = z.string().check(z.regex(/^[A-Z][1-9]\d?$/));
const shownCell = z.string().check(z.maxLength(limits.line));

/** `rows` is what the cells show, from A1 on; the formula is for the cell `cell`. */
export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('formula'),
  sheet: z.strictObject({
    caption: line,
    rows: z
      .array(z.array(shownCell).check(z.minLength(1), z.maxLength(limits.sheetColumns)))
      .check(z.minLength(1), z.maxLength(limits.sheetRows)),
  }),
  cell: cellName,
  hint: z.optional(line),
});

export const response = z.strictObject({
  kind: z.literal('formula'),
  formula: z.string().check(z.minLength(1), z.maxLength(limits.typedText)),
});

/** Reads the text field `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const formula = fieldText(form, 'answer');
  if (formula === undefined) return refuse('empty');
  return formula.length > limits.typedText ? refuse('too-long') : { kind: 'formula', formula };
}
