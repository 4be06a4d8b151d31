import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('choice'),
  options: z.array(part).check(z.minLength(2), z.maxLength(limits.options)),
});

export const response = z.strictObject({ kind: z.literal('choice'), option: partId });

/** Reads the radio group `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const option = fieldText(form, 'answer');
  return option === undefined ? refuse('empty') : { kind: 'choice', option };
}
