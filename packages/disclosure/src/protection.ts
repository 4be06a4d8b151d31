import type { IndexedTable } from './indexed-table.ts';
import { type Change, companionsOf, otherTable, type Space, spaceOf } from './other-tables.ts';

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
  const cells = [...table.keys.keys()];
  let ofHidden: Space | null = null;
  let ofAll: Space | null = null;
  // What was published since only stays where it is.
  const hiddenSpace = () => {
    const known = new Set(ofHidden?.moves.map(({ cell }) => cell));
    const hidden = cells.filter(isHidden);
    if (!ofHidden || !hidden.every((cell) => known.has(cell))) {
      ofHidden = spaceOf(table, hidden, [0]);
    }
    return ofHidden;
  };
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
    const up = otherTable(hiddenSpace(), cell, wanted, isHidden);
    const left = wanted - (up.get(cell) ?? 0);
    const down: Change = left > 0 ? otherTable(hiddenSpace(), cell, -left, isHidden) : new Map();
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
      ofAll ??= spaceOf(table, cells, [1, -1]);
      return companionsOf(ofAll, cell, wanted - down, isHidden, price);
    },
    protectedBy: (cell) =>
      [...shown].flatMap(([other, { up, down }]) =>
        up.has(cell) || down.has(cell) ? [other] : [],
      ),
  };
}
