/** What the values of a column are; a column's heading is always a text. */
export type ColumnType = 'text' | 'whole' | 'number' | 'probability' | 'day';

/** One column of a sheet. */
export interface Column {
  heading: string;
  type: ColumnType;
  /** In centimetres. */
  width: number;
}

/** A value in its column: a day as `2026-11-24`, a probability from 0 to 1. */
export type Value = string | number | null;

/** One sheet: columns under a row of headings. */
export interface Sheet {
  name: string;
  columns: readonly Column[];
  /** Each with a value for each column. */
  rows: readonly (readonly Value[])[];
}

/** A sheet whose rows are read as they come; it is never whole in memory. */
export interface LongSheet extends Omit<Sheet, 'rows'> {
  rows: AsyncIterable<readonly Value[]>;
}

/** What spreadsheet programs read of one sheet, besides its row of headings. */
export const MOST_ROWS = 1_048_575;

/**
 * A sheet as as many sheets as its rows need, at least one: `counts`, `counts 2` and so on. The rows
 * of each are to be read before the next sheet is asked for.
 */
export async function* inSheets(
  { name, columns, rows }: LongSheet,
  mostRows = MOST_ROWS,
): AsyncGenerator<LongSheet> {
  const iterator = rows[Symbol.asyncIterator]();
  let next = await iterator.next();
  async function* some(): AsyncGenerator<readonly Value[]> {
    for (let count = 0; count < mostRows && next.done !== true; count += 1) {
      yield next.value;
      next = await iterator.next();
    }
  }
  try {
    for (let sheet = 1; sheet === 1 || next.done !== true; sheet += 1) {
      yield { name: sheet === 1 ? name : `${name} ${sheet}`, columns, rows: some() };
    }
  } finally {
    await iterator.return?.();
  }
}
