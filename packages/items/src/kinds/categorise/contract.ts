import * as z from 'zod/mini';
import type { FormRefusal } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { fieldPerPart, isRefusal } from '../shared/fields.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('categorise'),
  categories: z.array(part).check(z.minLength(2), z.maxLength(limits.categories)),
  elements: z.array(part).check(z.minLength(3), z.maxLength(limits.elements)),
});

/** Every element's id with the id of the category it is put in. */
export const response = z.strictObject({
  kind: z.literal('categorise'),
  places: z
    .record(partId, partId)
    .check(z.refine((places) => Object.keys(places).length <= limits.elements)),
});

/** Reads one field `answer-<elementId>` per element, holding a category's id. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const places = fieldPerPart(form, 'answer-', item.elements);
  return isRefusal(places) ? places : { kind: 'categorise', places };
}
