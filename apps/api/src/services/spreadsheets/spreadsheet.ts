/** What the values of a column are; a column's heading is always a text. */
export type ColumnType = 'text' | 'whole' | 'probability' | 'day';

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
