import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';
import { drawShapes } from './shapes.ts';

/** Zones are named by where they are: from the top, then from the left, whichever is right. */
export function instantiate({ picture, zones }: z.infer<typeof definition>, draw: Drawing) {
  const drawn = zones.map(({ x, y, width, height, label, key = false, feedback }) => ({
    text: draw.text(label),
    x: draw.number(x),
    y: draw.number(y),
    width: draw.number(width),
    height: draw.number(height),
    key,
    feedback: feedback === undefined ? null : draw.text(feedback),
  }));
  return {
    kind: 'hotspot' as const,
    alt: draw.text(picture.alt),
    height: picture.height,
    shapes: drawShapes(picture.shapes, draw),
    zones: named(
      'o',
      drawn.toSorted((a, b) => a.y - b.y || a.x - b.x),
    ),
  };
}
export type Hotspot = ReturnType<typeof instantiate>;
export type DrawnZone = Hotspot['zones'][number];
