import * as z from 'zod/mini';
import type { FormRefusal } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';
import { fieldPerPart, isRefusal } from '../shared/fields.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('match'),
  left: z.array(part).check(z.minLength(2), z.maxLength(limits.pairs)),
  right: z.array(part).check(z.minLength(2), z.maxLength(limits.pairs + limits.extras)),
});

/** Every left part's id with the id of the right part it is linked to. */
export const response = z.strictObject({
  kind: z.literal('match'),
  pairs: z
    .record(partId, partId)
    .check(z.refine((pairs) => Object.keys(pairs).length <= limits.pairs)),
});

/** Reads one field `match-<leftId>` per left part, holding a right part's id. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const pairs = fieldPerPart(form, 'match-', item.left);
  return isRefusal(pairs) ? pairs : { kind: 'match', pairs };
}
