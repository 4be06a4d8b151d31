import { BYTE_ORDER_MARK, csvLines } from '../csv.ts';
import { cellsOf, type ExportColumn, type Line } from './column.ts';

const LINES_A_CHUNK = 500;

/** Lines as CSV (RFC 4180, UTF-8) under a line of headings, with a byte order mark for spreadsheets. */
export async function* csvFile(
  columns: readonly ExportColumn[],
  lines: AsyncIterable<Line>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK);
  yield* plainCsvFile(columns, lines);
}

/** The same without the mark, for programs. */
export async function* plainCsvFile(
  columns: readonly ExportColumn[],
  lines: AsyncIterable<Line>,
): AsyncGenerator<Uint8Array> {
  let waiting: ReturnType<typeof cellsOf>[] = [columns.map(({ name }) => name)];
  for await (const line of lines) {
    waiting.push(cellsOf(columns, line));
    if (waiting.length < LINES_A_CHUNK) continue;
    yield Buffer.from(csvLines(waiting));
    waiting = [];
  }
  if (waiting.length > 0) yield Buffer.from(csvLines(waiting));
}
