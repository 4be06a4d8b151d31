import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import type { Presented } from './contract.ts';
import type { definition } from './schema.ts';

type Definition = z.infer<typeof definition>;

/** `near` is `null` where only what is within the tolerance earns something. */
export function instantiate({ range, marks, answer, below, above }: Definition, draw: Drawing) {
  const optional = (text: string | number | undefined) =>
    text === undefined ? null : draw.text(text);
  return {
    kind: 'slider' as const,
    line: range ? drawRange(range, draw) : drawMarks(marks ?? [], draw),
    value: draw.number(answer.value),
    tolerance: draw.number(answer.tolerance ?? 0),
    near: answer.near === undefined ? null : draw.number(answer.near),
    below: optional(below),
    above: optional(above),
  };
}
export type Slider = ReturnType<typeof instantiate>;

function drawRange(
  { min, max, step, unit, low, high }: NonNullable<Definition['range']>,
  draw: Drawing,
): Presented['line'] {
  return {
    range: {
      min: draw.number(min),
      max: draw.number(max),
      step: draw.number(step),
      ...(unit === undefined ? {} : { unit: draw.text(unit) }),
      ...(low === undefined ? {} : { low: draw.text(low) }),
      ...(high === undefined ? {} : { high: draw.text(high) }),
    },
  };
}

const drawMarks = (marks: NonNullable<Definition['marks']>, draw: Drawing): Presented['line'] => ({
  marks: marks.map(({ at, text }) => ({ at, text: draw.text(text) })),
});
