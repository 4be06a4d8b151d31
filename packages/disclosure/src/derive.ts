import { cellsThatFollow } from './following.ts';
import { indexTable } from './indexed-table.ts';
import type { CountTable } from './table.ts';

/**
 * The hidden cells whose count follows from the published ones by the table's sums, however many
 * of these have to be combined. Throws `TableError` where the sums do not hold.
 */
export function derivableCells(counts: CountTable, isHidden: (key: string) => boolean): string[] {
  const table = indexTable(counts);
  const hidden = new Set(table.keys.flatMap((key, cell) => (isHidden(key) ? [cell] : [])));
  return cellsThatFollow(table.sums, hidden).map((cell) => table.keys[cell] ?? '');
}
