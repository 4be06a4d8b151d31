import type { IndexedSum } from './indexed-table.ts';

/** Whether one sum alone tells a hidden count, or that of a hidden group under the minimum. */
export function givesAway(
  [total = -1, ...parts]: IndexedSum,
  countOf: (cell: number) => number,
  isHidden: (cell: number) => boolean,
  minimumCell: number,
): boolean {
  const hidden = parts.filter(isHidden);
  if (isHidden(total)) return hidden.length === 0;
  if (hidden.length === 0) return false;
  return hidden.length === 1 || hidden.reduce((all, part) => all + countOf(part), 0) < minimumCell;
}
