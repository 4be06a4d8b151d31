import * as z from 'zod/mini';
import { type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { fieldPerPart, isRefusal } from '../shared/fields.ts';

const piece = z.string().check(z.maxLength(limits.paragraph));
const typed = z.string().check(z.minLength(1), z.maxLength(limits.typedText));

/** A text in pieces; after each but the last, a gap to type into, so many letters wide. */
export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('gaps'),
  pieces: z.array(piece).check(z.minLength(2), z.maxLength(limits.gaps + 1)),
  gaps: z.array(z.strictObject({ id: partId })).check(z.minLength(1), z.maxLength(limits.gaps)),
  width: z.int().check(z.minimum(1), z.maximum(limits.typedText)),
});

/** Every gap's id with what was typed into it. */
export const response = z.strictObject({
  kind: z.literal('gaps'),
  typed: z
    .record(partId, typed)
    .check(z.refine((texts) => Object.keys(texts).length <= limits.gaps)),
});

/** Reads one field `answer-<gapId>` per gap. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const read = fieldPerPart(form, 'answer-', item.gaps);
  if (isRefusal(read)) return read;
  const isTooLong = Object.values(read).some((text) => text.length > limits.typedText);
  return isTooLong ? refuse('too-long') : { kind: 'gaps', typed: read };
}
