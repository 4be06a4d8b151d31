import * as z from 'zod/mini';
import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, part, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('order'),
  elements: z.array(part).check(z.minLength(3), z.maxLength(limits.elements)),
});

/** Every element once, first to last. */
export const response = z.strictObject({
  kind: z.literal('order'),
  order: z.array(partId).check(z.minLength(1), z.maxLength(limits.elements)),
});

/** Reads one field `position-<id>` per element, holding its place from 1 on. */
export function fromForm(
  item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const places = new Map<string, string>();
  let given = 0;
  for (const { id } of item.elements) {
    const place = fieldText(form, `position-${id}`);
    if (place === undefined) continue;
    given += 1;
    places.set(place, id);
  }
  if (given === 0) return refuse('empty');
  if (given < item.elements.length) return refuse('incomplete');
  if (places.size < given) return refuse('repeated');
  const order: string[] = [];
  for (let place = 1; place <= given; place += 1) {
    const id = places.get(String(place));
    if (id === undefined) return refuse('incomplete');
    order.push(id);
  }
  return { kind: 'order', order };
}
