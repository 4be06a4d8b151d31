import type { Drawing } from '../drawing.ts';

/** Gives a part of an item with its values drawn; `null` for a part in which nothing is drawn. */
type PartDraw = ((draw: Drawing) => unknown) | null;

/** A part is the same for every seed, so that what is drawn in it is looked for once. */
const known = new WeakMap<object, { draw: PartDraw }>();

/**
 * What was written, with the drawn values in its texts. `{ computed: prix * 3 }` becomes what the
 * expression gives: a number, a text, or yes or no. Other numbers stay numbers. A part in which
 * nothing is drawn is given as it is, the very same object.
 */
export function drawDeep(written: unknown, draw: Drawing): unknown {
  const part = partDraw(written);
  return part ? part(draw) : written;
}

function partDraw(written: unknown): PartDraw {
  if (typeof written === 'string') {
    return written.includes('{{') ? (draw) => draw.text(written) : null;
  }
  if (typeof written !== 'object' || written === null) return null;
  const before = known.get(written);
  if (before) return before.draw;
  const draw = Array.isArray(written) ? listDraw(written) : objectDraw(written);
  known.set(written, { draw });
  return draw;
}

function listDraw(written: readonly unknown[]): PartDraw {
  const parts = written.map(partDraw);
  if (parts.every((part) => part === null)) return null;
  return (draw) =>
    written.map((element, index) => {
      const part = parts[index];
      return part ? part(draw) : element;
    });
}

function objectDraw(written: object): PartDraw {
  const fields = Object.entries(written);
  const [only] = fields;
  if (only?.[0] === 'computed' && fields.length === 1 && typeof only[1] === 'string') {
    const [, expression] = only;
    return (draw) => draw.value(expression);
  }
  const parts = fields.map(([name, field]) => ({ name, field, part: partDraw(field) }));
  if (parts.every(({ part }) => part === null)) return null;
  return (draw) =>
    Object.fromEntries(parts.map(({ name, field, part }) => [name, part ? part(draw) : field]));
}
