import { CsvError, parse } from 'csv-parse';
import { ExportDecoder } from '../bytes/decode.ts';
import { type CsvRow, delimiterOf } from '../formats/csv.ts';
import { rosterLimits } from '../limits.ts';

/** A table of public data that cannot be read; the message says why. */
export class UnreadableTable extends Error {}

/**
 * Goes through a CSV file (RFC 4180; apart by `;`, `,` or tabs) row by row as it arrives, headings
 * first, without holding it. Throws `UnreadableTable`.
 */
export async function readTable(
  chunks: AsyncIterable<Uint8Array>,
  onRow: (row: CsvRow) => void,
): Promise<void> {
  const decoder = new ExportDecoder();
  const lines = new Lines(onRow);
  for await (const chunk of chunks) await lines.write(decoder.write(chunk));
  await lines.write(decoder.end());
  await lines.end();
}

/** Parses text as it comes; what parts its cells is known once the first line is whole. */
class Lines {
  readonly #onRow: (row: CsvRow) => void;
  #before = '';
  #parser: ReturnType<typeof parse> | null = null;
  #broken: unknown = null;

  constructor(onRow: (row: CsvRow) => void) {
    this.#onRow = onRow;
  }

  async write(text: string): Promise<void> {
    if (this.#parser) return this.#give(this.#parser, text);
    this.#before += text;
    if (this.#before.length > rosterLimits.csvRow) throw new UnreadableTable(broken(1));
    if (/\S[^\n\r]*[\r\n]/.test(this.#before)) await this.#begin();
  }

  async end(): Promise<void> {
    if (this.#before.trim() === '' && !this.#parser) {
      throw new UnreadableTable('The file is empty.');
    }
    const parser = this.#parser ?? (await this.#begin());
    await new Promise<void>((resolve) => {
      parser.once('close', resolve);
      parser.end();
    });
    this.#throwBroken();
  }

  async #begin() {
    const text = this.#before;
    const parser = parse({
      delimiter: delimiterOf(text.trimStart()),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: rosterLimits.csvRow,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        if (cells.some((cell) => cell !== '')) {
          this.#onRow({ cells, line: Math.max(1, lines - inside) });
        }
        return null;
      },
    });
    parser.on('error', (error) => (this.#broken ??= error));
    // Every row is taken above; nothing is left to read, and its end has to be asked for.
    parser.resume();
    this.#parser = parser;
    this.#before = '';
    await this.#give(parser, text);
    return parser;
  }

  async #give(parser: ReturnType<typeof parse>, text: string): Promise<void> {
    if (text === '') return;
    await new Promise<void>((resolve) => parser.write(text, () => resolve()));
    this.#throwBroken();
  }

  #throwBroken(): void {
    const error = this.#broken;
    if (error === null) return;
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    throw new UnreadableTable(broken(typeof line === 'number' ? Math.max(1, line) : 1));
  }
}

const broken = (line: number): string =>
  `The table breaks off near line ${line}: quotes do not close, or a line is endless.`;
