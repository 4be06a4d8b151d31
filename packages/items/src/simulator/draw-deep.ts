import type { Drawing } from '../drawing.ts';

/**
 * What was written, with the drawn values in its texts. `{ computed: prix * 3 }` becomes what the
 * expression gives: a number, a text, or yes or no. Other numbers stay numbers.
 */
export function drawDeep(written: unknown, draw: Drawing): unknown {
  if (typeof written === 'string') return written.includes('{{') ? draw.text(written) : written;
  if (typeof written !== 'object' || written === null) return written;
  if (Array.isArray(written)) return written.map((element) => drawDeep(element, draw));
  const fields = Object.entries(written);
  const [only] = fields;
  if (only?.[0] === 'computed' && fields.length === 1 && typeof only[1] === 'string') {
    return draw.value(only[1]);
  }
  return Object.fromEntries(fields.map(([name, field]) => [name, drawDeep(field, draw)]));
}
