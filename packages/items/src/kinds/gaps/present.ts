import type { PresentedPart } from '../kind.ts';
import type { Gaps } from './instantiate.ts';

const LEAST = 8;

/** All gaps are as wide as the longest answer needs: a width of its own would tell each one. */
export const present = ({ pieces, gaps }: Gaps): PresentedPart => ({
  kind: 'gaps',
  pieces,
  gaps: gaps.map(({ id }) => ({ id })),
  width: Math.max(LEAST, ...gaps.flatMap(({ accept }) => accept.map(({ length }) => length))),
});
