import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { parseIsoDay } from '../../template/dates.ts';
import { TemplateError } from '../../template/template-error.ts';
import type { definition } from './schema.ts';

export function instantiate(
  { answer, hint, distractors }: z.infer<typeof definition>,
  draw: Drawing,
) {
  const accept = answer.accept.map(draw.text);
  if (answer.as === 'date') accept.forEach(requireDate);
  return {
    kind: 'text' as const,
    as: answer.as,
    accept,
    hint: hint === undefined ? null : draw.text(hint),
    distractors: distractors.map(({ text, feedback }) => ({
      text: draw.text(text),
      feedback: feedback === undefined ? null : draw.text(feedback),
    })),
  };
}
export type Text = ReturnType<typeof instantiate>;

function requireDate(text: string) {
  if (parseIsoDay(text)) return;
  throw new TemplateError('value', 'An accepted date is written as 2026-03-14', text, 0);
}
