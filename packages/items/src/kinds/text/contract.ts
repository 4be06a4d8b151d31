import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('text'),
  as: z.enum(['text', 'date']),
  hint: z.optional(line),
});

export const response = z.strictObject({
  kind: z.literal('text'),
  text: z.string().check(z.minLength(1), z.maxLength(limits.typedText)),
});

/** Reads the text field `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const text = fieldText(form, 'answer');
  if (text === undefined) return refuse('empty');
  return text.length > limits.typedText ? refuse('too-long') : { kind: 'text', text };
}
