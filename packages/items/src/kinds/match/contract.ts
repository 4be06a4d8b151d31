import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

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
  const pairs: Record<string, string> = {};
  for (const { id } of item.left) {
    const right = fieldText(form, `match-${id}`);
    if (right !== undefined) pairs[id] = right;
  }
  const given = Object.keys(pairs).length;
  if (given === 0) return refuse('empty');
  return given < item.left.length ? refuse('incomplete') : { kind: 'match', pairs };
}
