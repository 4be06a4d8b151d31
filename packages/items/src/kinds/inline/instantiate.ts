import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { piecesOf } from '../shared/gapped.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

/** Each gap with its options shuffled, one of them with the key. */
export function instantiate({ text, gaps }: z.infer<typeof definition>, draw: Drawing) {
  return {
    kind: 'inline' as const,
    pieces: piecesOf(draw.text(text)),
    gaps: named(
      'g',
      gaps.map(({ right, wrong }) => {
        const options = [right, ...wrong].map((option, at) => ({
          text: draw.text(option),
          key: at === 0,
        }));
        return { options: named('o', draw.shuffle(options)) };
      }),
    ),
  };
}
export type InlineChoice = ReturnType<typeof instantiate>;
