import {
  type Address,
  addressName,
  columnName,
  isFault,
  recalculate,
  type Scalar,
  type SheetValues,
  showValue,
} from '../../formula/index.ts';
import { compare } from '../../formula/compare.ts';
import type { World } from './contract.ts';

type Cells = Readonly<Record<string, string>>;
interface Seen {
  cells: Cells;
  filters: Readonly<Record<string, readonly string[]>>;
}

/** What every cell of a world holds as it is found, by name. */
export const startCells = (world: World): Cells =>
  Object.fromEntries(
    world.rows.flatMap((line, row) =>
      line.map((content, column) => [
        addressName({ row, column }),
        typeof content === 'number' ? String(content).replace('.', ',') : content,
      ]),
    ),
  );

/** The names of the columns: `A`, `B` … */
export const columnsOf = (world: World): string[] =>
  (world.rows[0] ?? []).map((_, column) => columnName(column));

/** The heading of a column, as a place. */
export const atColumn = (column: string): Address => ({
  row: 0,
  column: column.charCodeAt(0) - 'A'.charCodeAt(0),
});

const known = new WeakMap<Cells, SheetValues>();

/** What every cell gives. Cells never change, so what they give is kept with them. */
export function valuesOf(cells: Cells): SheetValues {
  const found = known.get(cells);
  if (found) return found;
  const values = recalculate(cells);
  known.set(cells, values);
  return values;
}

const valueAt = (cells: Cells, row: number, column: string): Scalar =>
  valuesOf(cells).get(column + String(row + 1)) ?? null;

/** What a cell shows: the text of a constant as it was typed, the value of a formula. */
export function shownAt(cells: Cells, name: string): string {
  const typed = cells[name] ?? '';
  return typed.startsWith('=') ? showValue(valuesOf(cells).get(name) ?? null) : typed;
}

/** The rows that are sorted and filtered, counted from 0. */
export const dataRows = ({ data }: World): number[] =>
  Array.from({ length: data.to - data.from + 1 }, (_, rank) => data.from - 1 + rank);

/** The different texts that a column shows among the data, in the order in which they stand. */
export const columnTexts = (world: World, { cells }: Seen, column: string): string[] => [
  ...new Set(dataRows(world).map((row) => shownAt(cells, column + String(row + 1)))),
];

/** Whether a filter hides a row. */
export const isHidden = (world: World, { cells, filters }: Seen, row: number): boolean =>
  row >= world.data.from - 1 &&
  row < world.data.to &&
  Object.entries(filters).some(
    ([column, keep]) => !keep.includes(shownAt(cells, column + String(row + 1))),
  );

/** Empty cells stand last, whichever the order, and errors just before them. */
const group = (value: Scalar): number =>
  value === null || value === '' ? 2 : isFault(value) ? 1 : 0;

/** Less than nought where the first value stands before the second, in this order. */
function rankOf(a: Scalar, b: Scalar, order: 'up' | 'down'): number {
  if (group(a) !== 0 || group(b) !== 0) return group(a) - group(b);
  return order === 'up' ? compare(a, b) : compare(b, a);
}

/** The rows of the data, put in the order of a column; those that are alike stay as they stand. */
export const rowsInOrder = (
  world: World,
  { cells }: Seen,
  column: string,
  order: 'up' | 'down',
): number[] =>
  dataRows(world).toSorted((a, b) =>
    rankOf(valueAt(cells, a, column), valueAt(cells, b, column), order),
  );
