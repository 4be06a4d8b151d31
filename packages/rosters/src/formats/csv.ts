import { CsvError, parse } from 'csv-parse/sync';
import { comparable } from '../fields/names.ts';
import { rosterLimits } from '../limits.ts';
import { problem, UnreadableRoster } from '../problems.ts';

/** One row: its cells, trimmed, and its line. */
export interface CsvRow {
  cells: readonly string[];
  line: number;
}

/** Which of these parts the cells of a heading: the one it holds most of. */
const delimiters = [';', ',', '\t'] as const;

/** What parts the cells of a text that begins with its headings. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const heading = end < 0 ? text : text.slice(0, end);
  const count = (mark: string) => heading.split(mark).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ';';
}

/**
 * Goes through a CSV file (RFC 4180; apart by `;`, `,` or tabs) row by row, headings first. Throws
 * `UnreadableRoster` where quotes do not close.
 */
export function readCsv(text: string, file: string | null, onRow: (row: CsvRow) => void): void {
  if (text.trim() === '') throw new UnreadableRoster(problem('empty-file', 1, {}, file));
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: rosterLimits.csvRow,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        if (cells.some((cell) => cell !== '')) onRow({ cells, line: Math.max(1, lines - inside) });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableRoster) throw error;
    if (!(error instanceof CsvError)) throw error;
    const lines: unknown = error['lines'];
    const line = typeof lines === 'number' ? Math.max(1, lines) : 1;
    throw new UnreadableRoster(problem('broken-file', line, {}, file));
  }
}

/** The headings of a file: which cell of a row is under which. */
export class Headings {
  readonly #at: ReadonlyMap<string, number>;

  constructor(cells: readonly string[]) {
    // The first of two headings alike counts.
    this.#at = new Map(cells.map((cell, i) => [comparable(cell), i] as const).reverse());
  }

  /** Whether there is a column of one of these names. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#at.has(comparable(name)));
  }

  /** How a row's cell under one of these names is found; `''` where there is none. */
  cell(...names: readonly string[]): (cells: readonly string[]) => string {
    const name = names.find((one) => this.has(one));
    const at = name === undefined ? undefined : this.#at.get(comparable(name));
    return (cells) => (at === undefined ? '' : (cells[at] ?? ''));
  }
}
