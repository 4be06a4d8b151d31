import type { Drawing } from '../drawing.ts';

/**
 * What was written, with the drawn values in its texts. `{ computed: prix * 3 }` becomes the number
 * that the expression gives; other numbers stay numbers.
 */
export function drawDeep(written: unknown, draw: Drawing): unknown {
  if (typeof written === 'string') return written.includes('{{') ? draw.text(written) : written;
  if (typeof written !== 'object' || written === null) return written;
  if (Array.isArray(written)) return written.map((element) => drawDeep(element, draw));
  const fields = Object.entries(written);
  const [only] = fields;
  if (only?.[0] === 'computed' && fields.length === 1 && isExpression(only[1])) {
    return draw.number(only[1]);
  }
  return Object.fromEntries(fields.map(([name, field]) => [name, drawDeep(field, draw)]));
}

const isExpression = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
