import * as z from 'zod/mini';
import type { FormRefusal } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { fieldPerPart, isRefusal } from '../shared/fields.ts';

const piece = z.string().check(z.maxLength(limits.paragraph));

/** A text in pieces; after each but the last, a gap to choose a text for. */
export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('inline'),
  pieces: z.array(piece).check(z.minLength(2), z.maxLength(limits.gaps + 1)),
  gaps: z
    .array(
      z.strictObject({
        id: partId,
        options: z.array(part).check(z.minLength(2), z.maxLength(limits.options)),
      }),
    )
    .check(z.minLength(1), z.maxLength(limits.gaps)),
});

/** Every gap's id with the id of the option chosen for it. */
export const response = z.strictObject({
  kind: z.literal('inline'),
  chosen: z
    .record(partId, partId)
    .check(z.refine((chosen) => Object.keys(chosen).length <= limits.gaps)),
});

/** Reads one field `answer-<gapId>` per gap, holding an option's id. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const chosen = fieldPerPart(form, 'answer-', item.gaps);
  return isRefusal(chosen) ? chosen : { kind: 'inline', chosen };
}
