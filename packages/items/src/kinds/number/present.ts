import type { PresentedPart } from '../kind.ts';
import { shownPart } from '../shared/parts.ts';
import type { NumberTask } from './instantiate.ts';

export const present = ({ units, hint }: NumberTask): PresentedPart => ({
  kind: 'number',
  ...(units.length > 0 ? { units: units.map(shownPart) } : {}),
  ...(hint === null ? {} : { hint }),
});
