import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { InlineChoice } from './instantiate.ts';

export const present = ({ pieces, gaps }: InlineChoice): PresentedPart => ({
  kind: 'inline',
  pieces,
  gaps: gaps.map(({ id, options }) => ({ id, options: options.map(shownPart) })),
});
