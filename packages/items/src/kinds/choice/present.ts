import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { Choice } from './instantiate.ts';

export const present = ({ options }: Choice): PresentedPart => ({
  kind: 'choice',
  options: options.map(shownPart),
});
