import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import { addressName, functionNamed } from '../../formula/index.ts';
import type { definition } from './schema.ts';

/** `typed` is what the cells of the table hold, by name; `columns` how many a row has. */
export function instantiate(
  { sheet, cell, copies = [], answer, hint, distractors }: z.infer<typeof definition>,
  draw: Drawing,
) {
  const cells = sheet.rows.flatMap((line, row) =>
    line.map((written, column) => [addressName({ row, column }), draw.text(written)] as const),
  );
  return {
    kind: 'formula' as const,
    caption: draw.text(sheet.caption),
    columns: sheet.rows[0]?.length ?? 0,
    typed: Object.fromEntries(cells),
    cell,
    copies,
    formula: draw.text(answer.formula),
    mustUse: (answer.mustUse ?? []).flatMap((name) => functionNamed(name) ?? []),
    hint: hint === undefined ? null : draw.text(hint),
    distractors: distractors.map(({ formula, feedback }) => ({
      formula: draw.text(formula),
      feedback: feedback === undefined ? null : draw.text(feedback),
    })),
  };
}
export type FormulaTask = ReturnType<typeof instantiate>;
