import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { Choices } from './instantiate.ts';

export const present = ({ options }: Choices): PresentedPart => ({
  kind: 'choices',
  options: options.map(shownPart),
});
