import { stringify } from 'csv-stringify/sync';

/** At the head of a UTF-8 file, it keeps spreadsheets from taking the file for another encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

type Cells = readonly (string | number | null)[];

/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would take for a formula is made plain by
 * an apostrophe in front of it, and one that holds any end of line is quoted: it ends no line here.
 */
export const csvLine = (cells: Cells): string => csvLines([cells]);

/** Several such lines at once, which is quicker. */
export function csvLines(lines: readonly Cells[]): string {
  return stringify([...lines], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  });
}
