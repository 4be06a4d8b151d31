import { hideFewest } from './fewest.ts';
import { indexTable } from './indexed-table.ts';
import { hideQuickly } from './quickly.ts';
import { type CountTable, TableError } from './table.ts';

/** Counts under this are not published unless something else is asked for. */
export const DEFAULT_MINIMUM_CELL = 11;

/** No table of persons may be published with a smaller minimum. */
export const LOWEST_MINIMUM_CELL = 5;

/** A table with no more cells than this is worth looking for the fewest cells to hide. */
const SMALL_TABLE = 200;

/**
 * Which cells of a table must stay hidden so that no count under `minimumCell` can be read off it,
 * worked out from it, or closely bounded. What is not in the answer may be published, rounded
 * (`roundCount`). Why a cell is hidden is not told, and must not be: 'only to protect another' says
 * that its count reaches the minimum.
 *
 * - Primary suppression: every count under the minimum, 0 included ('nobody is at level 1' says
 *   something of everyone).
 * - In one sum: no cell is hidden alone; and where the total is published, the hidden parts
 *   together reach the minimum, since their sum is published by the rest.
 * - Over several sums: no hidden count follows from sums combined (`derivableCells`).
 * - Interval protection (Fischetti & Salazar 2001): in a table of up to 500 cells, for each count
 *   under the minimum there are tables of whole counts that fit all that is published, even unrounded,
 *   in which it takes at least `LEAST_VALUES` values from the least to the most. In a larger one, no
 *   such count is bounded more closely by sums of rounded counts, taken one after the other.
 *
 * The same table always gives the same answer. What was hidden `before`, in a table of the same
 * places that was published when fewer pupils had a result, stays hidden: then both together tell
 * of the first no more than it told alone. Otherwise what several tables give away together is not
 * bounded.
 *
 * The time it takes grows with the table and no faster: a country's, 117,000 cells, takes seconds.
 * Throws `TableError` for a table whose sums do not hold, or a minimum under 5.
 */
export function suppressCells(
  counts: CountTable,
  minimumCell: number = DEFAULT_MINIMUM_CELL,
  before: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  if (!(Number.isInteger(minimumCell) && minimumCell >= LOWEST_MINIMUM_CELL)) {
    throw new TableError(`The smallest minimum is ${LOWEST_MINIMUM_CELL}; got ${minimumCell}.`);
  }
  const table = indexTable(counts);
  const hide = table.keys.length <= SMALL_TABLE ? hideFewest : hideQuickly;
  const anyhow = new Set(
    [...table.keys.keys()].filter((cell) => before.has(table.keys[cell] ?? '')),
  );
  return new Set([...hide(table, { minimumCell, anyhow })].map((cell) => table.keys[cell] ?? ''));
}
