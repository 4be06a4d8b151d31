import type { Line } from './column.ts';
import { csvFile } from './csv.ts';
import { parquetFile } from './parquet.ts';
import { type DescribedColumn, odsFile, xlsxFile } from './spreadsheets.ts';

/** How lines are written in one format. `at` is the moment that they tell of. */
export type WriteFormat = (
  columns: readonly DescribedColumn[],
  lines: AsyncIterable<Line>,
  at: Date,
) => AsyncGenerator<Uint8Array>;

/** The formats of a single table: the same rows in each. The name is the file's extension too. */
export const tableFormats = {
  csv: csvFile,
  parquet: parquetFile,
  xlsx: xlsxFile,
  ods: odsFile,
} as const satisfies Record<string, WriteFormat>;
