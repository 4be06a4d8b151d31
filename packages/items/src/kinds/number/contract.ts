import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { parseNumber } from './parse-number.ts';
import { typedUnit } from './typed-unit.ts';

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

/**
 * Reads the text field `answer` and, where the item has units, the field `unit`. A number with a
 * word behind it that is no unit of the item is asked for again rather than counted as wrong.
 */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const value = fieldText(form, 'answer');
  if (value === undefined) return refuse('empty');
  if (value.length > limits.typedNumber) return refuse('too-long');
  const typed = parseNumber(value);
  if (!typed) return refuse('no-number');
  const units = item.units ?? [];
  const named = typedUnit(typed.rest, units);
  if (typed.rest !== '' && !named) return refuse('only-number');
  if (units.length === 0) return { kind: 'number', value };
  const chosen = fieldText(form, 'unit');
  if (named && chosen !== undefined && chosen !== named.id) return refuse('only-number');
  const [only, another] = units;
  const unit = chosen ?? (another ? named?.id : only?.id);
  return unit === undefined ? refuse('incomplete') : { kind: 'number', value, unit };
}
