import { indexTable } from '../indexed-table.ts';
import { givesAway } from '../one-sum.ts';
import { protectionOf } from '../protection.ts';
import type { CountTable } from '../table.ts';

/**
 * The fewest cells to hide besides those under the minimum, so that no sum gives any of these away
 * and each may hold enough values: found by trying all choices of fewer than `known`, which is the
 * answer where none of these does. For small tables only.
 */
export function fewestCompanions(counts: CountTable, minimumCell: number, known: number): number {
  const table = indexTable(counts);
  const countOf = (cell: number) => table.counts[cell] ?? 0;
  const cells = [...table.keys.keys()];
  const small = cells.filter((cell) => countOf(cell) < minimumCell);
  const others = cells.filter((cell) => countOf(cell) >= minimumCell);
  const hidden = new Set(small);
  const isHidden = (cell: number) => hidden.has(cell);
  const isSafe = () => {
    if (table.sums.some((sum) => givesAway(sum, countOf, isHidden, minimumCell))) return false;
    const protection = protectionOf(table, isHidden);
    return small.every((cell) => protection.holds(cell));
  };
  const canWith = (left: number, from: number): boolean => {
    if (left === 0) return isSafe();
    for (let index = from; index <= others.length - left; index += 1) {
      const cell = others[index] ?? -1;
      hidden.add(cell);
      const isEnough = canWith(left - 1, index + 1);
      hidden.delete(cell);
      if (isEnough) return true;
    }
    return false;
  };
  for (let size = 0; size < known; size += 1) if (canWith(size, 0)) return size;
  return known;
}
