import * as z from 'zod/mini';
import { fieldTexts, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('choices'),
  options: z.array(part).check(z.minLength(3), z.maxLength(limits.options)),
});

export const response = z.strictObject({
  kind: z.literal('choices'),
  options: z.array(partId).check(z.minLength(1), z.maxLength(limits.options)),
});

/** Reads the check boxes `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const options = [...new Set(fieldTexts(form, 'answer'))];
  return options.length === 0 ? refuse('empty') : { kind: 'choices', options };
}
