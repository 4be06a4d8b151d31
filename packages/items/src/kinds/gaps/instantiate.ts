import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { piecesOf } from '../shared/gapped.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

export function instantiate({ text, gaps }: z.infer<typeof definition>, draw: Drawing) {
  return {
    kind: 'gaps' as const,
    pieces: piecesOf(draw.text(text)),
    gaps: named(
      'g',
      gaps.map(({ accept, wrong }) => ({
        accept: accept.map(draw.text),
        wrong: wrong.map(draw.text),
      })),
    ),
  };
}
export type Gaps = ReturnType<typeof instantiate>;
