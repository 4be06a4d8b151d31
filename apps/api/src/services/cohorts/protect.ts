import { createHash } from 'node:crypto';
import { type CountTable, suppressCells } from '@jalon/disclosure';
import { RecentlyUsed } from '../recently-used.ts';

/** Tables whose hidden cells are known: the competences of a few territories. */
const TABLES_KEPT = 64;
const kept = new RecentlyUsed<string, ReadonlySet<string>>(TABLES_KEPT);

/**
 * The cells of a table that stay hidden. The same table has the same ones: they are worked out once,
 * and again when a pupil's result has changed it.
 */
export function hiddenCells(table: CountTable, minimumCell: number): ReadonlySet<string> {
  const key = digestOf(table, minimumCell);
  const known = kept.get(key);
  if (known) return known;
  const hidden = suppressCells(table, minimumCell);
  kept.set(key, hidden);
  return hidden;
}

function digestOf({ counts, sums }: CountTable, minimumCell: number): string {
  const hash = createHash('sha256').update(`${minimumCell}\n`);
  for (const [cell, count] of counts) hash.update(`${cell} ${count}\n`);
  for (const { total, parts } of sums) hash.update(`${total} = ${parts.join()}\n`);
  return hash.digest('base64');
}
