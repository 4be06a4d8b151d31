import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('number'),
  units: z.optional(z.array(part).check(z.minLength(1), z.maxLength(limits.units))),
  hint: z.optional(line),
});

/** `value` is the text as it was typed; the server reads it as a number. */
export const response = z.strictObject({
  kind: z.literal('number'),
  value: z.string().check(z.minLength(1), z.maxLength(limits.typedNumber)),
  unit: z.optional(partId),
});

/** Reads the text field `answer` and, where the item has units, the field `unit`. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const value = fieldText(form, 'answer');
  if (value === undefined) return refuse('empty');
  if (value.length > limits.typedNumber) return refuse('too-long');
  if (!/\d/.test(value)) return refuse('no-number');
  if (!item.units) return { kind: 'number', value };
  const [only, another] = item.units;
  const unit = fieldText(form, 'unit') ?? (another ? undefined : only?.id);
  return unit === undefined ? refuse('incomplete') : { kind: 'number', value, unit };
}
