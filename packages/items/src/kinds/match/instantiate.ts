import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

/** Left parts in the written order, right parts shuffled; equal `pair`s belong together. */
export function instantiate({ pairs, extra = [] }: z.infer<typeof definition>, draw: Drawing) {
  const left = pairs.map((written, pair) => ({ text: draw.text(written.left), pair }));
  const right = [
    ...pairs.map((written, pair) => ({ text: draw.text(written.right), pair })),
    ...extra.map((text) => ({ text: draw.text(text), pair: null })),
  ];
  return { kind: 'match' as const, left: named('l', left), right: named('r', draw.shuffle(right)) };
}
export type Match = ReturnType<typeof instantiate>;
