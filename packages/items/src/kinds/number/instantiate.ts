import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { TemplateError } from '../../template/template-error.ts';
import { named } from '../shared/parts.ts';
import type { definition } from './schema.ts';

/** `value` and `tolerance` are in the first unit, whose name an answer without unit takes. */
export function instantiate(
  { answer, units, hint, distractors }: z.infer<typeof definition>,
  draw: Drawing,
) {
  return {
    kind: 'number' as const,
    value: draw.number(answer.value),
    tolerance: answer.tolerance === undefined ? 0 : atLeastZero(draw.number(answer.tolerance)),
    units: drawUnits(units ?? [], draw),
    hint: hint === undefined ? null : draw.text(hint),
    distractors: distractors.map(({ value, unit, feedback }) => ({
      value: draw.number(value),
      unit: unit ?? units?.[0]?.symbol ?? null,
      feedback: feedback === undefined ? null : draw.text(feedback),
    })),
  };
}
export type NumberTask = ReturnType<typeof instantiate>;
export type Unit = NumberTask['units'][number];

function drawUnits(units: NonNullable<z.infer<typeof definition>['units']>, draw: Drawing) {
  const drawn = units.map(({ symbol, factor }) => ({ text: symbol, factor: draw.number(factor) }));
  const first = drawn[0]?.factor;
  for (const { text, factor } of drawn) {
    if (factor <= 0) throw new TemplateError('value', 'A factor is more than nought', text, 0);
  }
  return named(
    'u',
    drawn.map((unit) => ({ ...unit, factor: unit.factor / (first ?? 1) })),
  );
}

function atLeastZero(tolerance: number): number {
  if (tolerance >= 0) return tolerance;
  throw new TemplateError('value', 'A tolerance is nought or more', String(tolerance), 0);
}
