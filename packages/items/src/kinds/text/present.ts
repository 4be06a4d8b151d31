import type { PresentedPart } from '../kind.ts';
import type { Text } from './instantiate.ts';

export const present = ({ as, hint }: Text): PresentedPart =>
  hint === null ? { kind: 'text', as } : { kind: 'text', as, hint };
