import type { PresentedPart } from '../kind.ts';
import type { Select } from './instantiate.ts';

export const present = ({ segments }: Select): PresentedPart => ({
  kind: 'select',
  segments: segments.map(({ text, part }) => (part === null ? { text } : { id: part.id, text })),
});
