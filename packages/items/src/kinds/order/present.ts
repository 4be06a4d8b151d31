import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { Order } from './instantiate.ts';

export const present = ({ elements }: Order): PresentedPart => ({
  kind: 'order',
  elements: elements.map(shownPart),
});
