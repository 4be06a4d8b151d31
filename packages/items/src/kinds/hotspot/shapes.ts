import type { Drawing } from '../../drawing.ts';
import type { Colour, Shape } from './contract.ts';
import type { WrittenShape } from './schema.ts';

type Of<Type extends Shape['type']> = Extract<Shape, { type: Type }>;
type Ground = Of<'rect'> | Of<'circle'>;

const TEXT_SIZE = 14;
const LINE_THICKNESS = 2;

/** Draws the shapes of a picture. Texts take the colour that can be read on what they stand on. */
export function drawShapes(written: readonly WrittenShape[], draw: Drawing): Shape[] {
  const shapes: Shape[] = [];
  for (const shape of written) shapes.push(...drawShape(shape, draw, shapes));
  return shapes;
}

function drawShape(
  { rect, circle, line, text }: WrittenShape,
  draw: Drawing,
  before: readonly Shape[],
): Shape[] {
  const edged = (edge: Colour | undefined) => (edge === undefined ? {} : { edge });
  const at = ({ x, y }: { x: string | number; y: string | number }) => ({
    x: draw.number(x),
    y: draw.number(y),
  });
  if (rect) {
    const { width, height, fill, edge, round } = rect;
    const size = { width: draw.number(width), height: draw.number(height) };
    const corners = round === undefined ? {} : { round };
    return [{ type: 'rect', ...at(rect), ...size, fill, ...edged(edge), ...corners }];
  }
  if (circle) {
    const { radius, fill, edge } = circle;
    return [{ type: 'circle', ...at(circle), radius: draw.number(radius), fill, ...edged(edge) }];
  }
  if (line) {
    const { toX, toY, colour = 'ink', thick = LINE_THICKNESS } = line;
    const end = { toX: draw.number(toX), toY: draw.number(toY) };
    return [{ type: 'line', ...at(line), ...end, colour, thick }];
  }
  if (!text) return [];
  const { size = TEXT_SIZE, anchor = 'start', strong = false } = text;
  const place = at(text);
  const colour = groundAt(before, place) === 'ink' ? 'paper' : 'ink';
  return [{ type: 'text', ...place, text: draw.text(text.text), size, anchor, strong, colour }];
}

/** What is seen at a place of a picture: the last shape that covers it, else its paper. */
export function groundAt(shapes: readonly Shape[], place: { x: number; y: number }): Colour {
  const grounds = shapes.filter((shape) => shape.type === 'rect' || shape.type === 'circle');
  return grounds.findLast((ground) => covers(ground, place))?.fill ?? 'paper';
}

function covers(ground: Ground, { x, y }: { x: number; y: number }): boolean {
  if (ground.type === 'circle') {
    return Math.hypot(x - ground.x, y - ground.y) <= ground.radius;
  }
  const isAcross = x >= ground.x && x <= ground.x + ground.width;
  return isAcross && y >= ground.y && y <= ground.y + ground.height;
}
