import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

/** The elements as they are shown; `rank` is an element's place in the right order, from 0. */
export function instantiate({ elements }: z.infer<typeof definition>, draw: Drawing) {
  const drawn = elements.map((element, rank) => ({ text: draw.text(element), rank }));
  return { kind: 'order' as const, elements: named('e', shuffleAway(drawn, draw)) };
}
export type Order = ReturnType<typeof instantiate>;

/** Shuffles until the right order is not the one shown: an untouched answer earns less than all. */
function shuffleAway<Element>(right: readonly Element[], draw: Drawing): Element[] {
  for (;;) {
    const shuffled = draw.shuffle(right);
    if (shuffled.some((element, index) => element !== right[index])) return shuffled;
  }
}
