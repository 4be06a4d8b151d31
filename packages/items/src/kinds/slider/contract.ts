import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { parseNumber } from '../number/parse-number.ts';

/** A line of numbers; `low` and `high` say what its ends are. */
const range = z.strictObject({
  min: z.number(),
  max: z.number(),
  step: z.number().check(z.positive()),
  unit: z.optional(line),
  low: z.optional(line),
  high: z.optional(line),
});

/** Places on a line that has words instead of numbers. */
const marks = z
  .array(z.strictObject({ at: z.number(), text: line }))
  .check(z.minLength(3), z.maxLength(limits.marks));

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('slider'),
  line: z.union([z.strictObject({ range }), z.strictObject({ marks })]),
});
export type Presented = z.infer<typeof presented>;

export const response = z.strictObject({ kind: z.literal('slider'), place: z.number() });

/**
 * Reads the field `answer`: the place on the line as it was typed, its unit forgiven. A number that
 * is not on the line is asked for again.
 */
export function fromForm(item: Presented, form: FormData): z.infer<typeof response> | FormRefusal {
  const typed = fieldText(form, 'answer');
  if (typed === undefined) return refuse('empty');
  if (typed.length > limits.typedNumber) return refuse('too-long');
  const number = parseNumber(typed);
  if (!number) return refuse('no-number');
  const unit = 'range' in item.line ? item.line.range.unit : undefined;
  if (number.rest !== '' && number.rest.trim() !== unit?.trim()) return refuse('only-number');
  const place = number.value;
  return isOnLine(item.line, place) ? { kind: 'slider', place } : refuse('out-of-range');
}

/** Whether a line has this place. */
export const isOnLine = (line: Presented['line'], place: number): boolean =>
  'range' in line
    ? place >= line.range.min && place <= line.range.max
    : line.marks.some(({ at }) => at === place);
