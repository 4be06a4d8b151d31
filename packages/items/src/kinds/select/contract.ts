import * as z from 'zod/mini';
import { fieldTexts, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

/** A text in segments: those with an id can be selected. */
export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('select'),
  segments: z
    .array(z.union([part, z.strictObject({ text: line })]))
    .check(z.minLength(2), z.maxLength(limits.segments)),
});

export const response = z.strictObject({
  kind: z.literal('select'),
  parts: z.array(partId).check(z.minLength(1), z.maxLength(limits.segments)),
});

/** Reads the check boxes `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const parts = [...new Set(fieldTexts(form, 'answer'))];
  return parts.length === 0 ? refuse('empty') : { kind: 'select', parts };
}
