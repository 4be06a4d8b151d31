import type { PresentedPart } from '../kind.ts';
import { isKey } from '../shared/options.ts';
import type { Hotspot } from './instantiate.ts';

export const present = ({ alt, height, shapes, zones }: Hotspot): PresentedPart => ({
  kind: 'hotspot',
  picture: { alt, height, shapes },
  pick: picks(zones),
  zones: zones.map(({ id, text, x, y, width, height: tall }) => ({
    id,
    text,
    x,
    y,
    width,
    height: tall,
  })),
});

/** Whether one zone is to be chosen, or several. */
export const picks = (zones: Hotspot['zones']): 'one' | 'several' =>
  zones.filter(isKey).length === 1 ? 'one' : 'several';
