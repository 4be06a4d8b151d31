import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

/** Categories in the written order; elements shuffled, each with the name of its category. */
export function instantiate({ categories: written }: z.infer<typeof definition>, draw: Drawing) {
  const categories = named(
    'c',
    written.map(({ name }) => ({ text: draw.text(name) })),
  );
  const elements = written.flatMap((category, at) =>
    category.elements.map((text) => ({
      text: draw.text(text),
      category: categories[at]?.id ?? '',
    })),
  );
  return { kind: 'categorise' as const, categories, elements: named('e', draw.shuffle(elements)) };
}
export type Categorise = ReturnType<typeof instantiate>;
