import { recalculate, showValue } from '../../formula/index.ts';
import type { PresentedPart } from '../kind.ts';
import type { FormulaTask } from './instantiate.ts';

export function present({ caption, columns, typed, cell, hint }: FormulaTask): PresentedPart {
  const values = recalculate(typed);
  const shown = Object.entries(typed).map(([name, text]) =>
    text.startsWith('=') ? showValue(values.get(name) ?? null) : text,
  );
  const rows = Array.from({ length: shown.length / columns }, (_, row) =>
    shown.slice(row * columns, (row + 1) * columns),
  );
  return {
    kind: 'formula',
    sheet: { caption, rows },
    cell,
    ...(hint === null ? {} : { hint }),
  };
}
