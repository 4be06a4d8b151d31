import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { Match } from './instantiate.ts';

export const present = ({ left, right }: Match): PresentedPart => ({
  kind: 'match',
  left: left.map(shownPart),
  right: right.map(shownPart),
});
