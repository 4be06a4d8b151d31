import type { IndexedTable } from './indexed-table.ts';
import { type Change, companionsOf, otherTable } from './other-tables.ts';

/**
 * How many counts a hidden one under the minimum may be, at the least, for whoever knows all that
 * is published: as many as stand behind a published count that was rounded to 5. So nobody knows a
 * hidden count more closely than a published one.
 */
export const LEAST_VALUES = 5;

/** Whether hidden cells may hold enough counts, and what to hide where one may not. */
export interface Protection {
  /** Whether a cell may hold enough counts. */
  holds(cell: number): boolean;
  /** The published cells to hide so that it may; empty where none would help. */
  companions(cell: number, price: (cell: number) => number): number[];
  /** The cells that are protected by moving this one. */
  protectedBy(cell: number): number[];
}

/**
 * Looks for the tables, all of which fit published counts even unrounded, that show, for each cell to protect, that it may hold enough other counts.
 * They are kept, so that a cell is looked at again only once something that they move is published.
 */
export function protectionOf(table: IndexedTable, isHidden: (cell: number) => boolean): Protection {
  const wanted = LEAST_VALUES - 1;
  const shown = new Map<number, { up: Change; down: Change }>();
  const reached = (cell: number) => {
    const known = shown.get(cell);
    return (known?.up.get(cell) ?? 0) - (known?.down.get(cell) ?? 0);
  };
  const fits = (change: Change) => [...change.keys()].every(isHidden);
  const look = (cell: number) => {
    const known = shown.get(cell);
    if (known && fits(known.up) && fits(known.down) && reached(cell) >= wanted) return;
    const up = otherTable(table, cell, wanted, isHidden);
    const left = wanted - (up.get(cell) ?? 0);
    const down: Change = left > 0 ? otherTable(table, cell, -left, isHidden) : new Map();
    shown.set(cell, { up, down });
  };
  return {
    holds(cell) {
      look(cell);
      return reached(cell) >= wanted;
    },
    companions(cell, price) {
      look(cell);
      const down = -(shown.get(cell)?.down.get(cell) ?? 0);
      return companionsOf(table, cell, wanted - down, isHidden, price);
    },
    protectedBy: (cell) =>
      [...shown].flatMap(([other, { up, down }]) =>
        up.has(cell) || down.has(cell) ? [other] : [],
      ),
  };
}
