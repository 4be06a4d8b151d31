import { parquetReadObjects } from 'hyparquet';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The bytes of a file that was made in chunks. */
export async function wholeFile(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The names of the files in a zip. */
export const namesInZip = (file: Uint8Array): string[] => Object.keys(unzipSync(file));

/** The cells of a CSV (RFC 4180) with its heading, as it is written. */
export function csvCells(file: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    if (end === '' && line.length === 0) break;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** The rows of a Parquet file, each by the names of its columns. */
export const parquetRows = (file: Uint8Array): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: Uint8Array.from(file).buffer });

type SheetCell = string | number | null;

/** The sheets of an OpenDocument spreadsheet or an Office Open XML workbook, by their names. */
export function sheetsOf(file: Uint8Array): Map<string, SheetCell[][]> {
  const files = unzipSync(file);
  const content = files['content.xml'];
  if (content) return odsSheets(strFromU8(content));
  const names = new Map<string, SheetCell[][]>();
  let count = 0;
  walk(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()), {
    open(name, { name: sheet = '' }) {
      if (name !== 'sheet') return;
      count += 1;
      const xml = files[`xl/worksheets/sheet${count}.xml`];
      names.set(sheet, xlsxRows(strFromU8(xml ?? new Uint8Array())));
    },
  });
  return names;
}

interface Seen {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML with a parser that takes nothing that is not. */
function walk(xml: string, { open, text, close }: Seen): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  parser.on('text', (found) => text?.(found));
  parser.on('closetag', ({ name }) => close?.(name));
  parser.write(xml).close();
}

function odsSheets(xml: string): Map<string, SheetCell[][]> {
  const sheets = new Map<string, SheetCell[][]>();
  let rows: SheetCell[][] = [];
  let value: SheetCell = null;
  let isText = false;
  walk(xml, {
    open(name, attributes) {
      if (name === 'table:table') sheets.set(attributes['table:name'] ?? '', (rows = []));
      if (name === 'table:table-row') rows.push([]);
      if (name !== 'table:table-cell') return;
      if ('table:formula' in attributes) throw new Error('A cell holds a formula.');
      isText = attributes['office:value-type'] === 'string';
      const number = attributes['office:value'];
      value = isText ? '' : number === undefined ? null : Number(number);
    },
    text(found) {
      if (isText && typeof value === 'string') value += found;
    },
    close(name) {
      if (name !== 'table:table-cell') return;
      rows.at(-1)?.push(value);
      isText = false;
    },
  });
  return sheets;
}

function xlsxRows(xml: string): SheetCell[][] {
  const rows: SheetCell[][] = [];
  let column = 0;
  let kind = '';
  let text = '';
  walk(xml, {
    open(name, attributes) {
      if (name === 'f') throw new Error('A cell holds a formula.');
      if (name === 'row') rows.push([]);
      if (name !== 'c') return;
      const letters = (attributes['r'] ?? '').replace(/\d+/, '');
      column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      kind = attributes['t'] ?? 'n';
      text = '';
    },
    text(found) {
      text += found;
    },
    close(name) {
      const row = rows.at(-1);
      if (name !== 'c' || !row) return;
      while (row.length < column) row.push(null);
      const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      );
      row.push(kind === 'n' ? Number(text) : decoded);
    },
  });
  // Empty cells at the end of a row are not written.
  const width = rows[0]?.length ?? 0;
  for (const row of rows) while (row.length < width) row.push(null);
  return rows;
}
