import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { Categorise } from './instantiate.ts';

export const present = ({ categories, elements }: Categorise): PresentedPart => ({
  kind: 'categorise',
  categories: categories.map(shownPart),
  elements: elements.map(shownPart),
});
