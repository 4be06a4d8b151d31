import type { Column, LongSheet, Value } from './spreadsheet.ts';
import { xmlText } from './xml.ts';

/** Which of the formats of cells in `stylesXml` one has. */
const styles = { plain: 0, heading: 1, apostrophe: 2 } as const;

/**
 * Three formats of cells: plain, heading, and a text that looks like a formula. The last is marked
 * as typed after an apostrophe, so that it stays a text when somebody edits the cell.
 */
export const stylesXml = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const ROWS_A_CHUNK = 200;
/** A column's width is told in digits, about so many centimetres each. */
const DIGIT_CM = 0.2;

/** One sheet as XML, under a row of headings that stays in view. */
export async function* sheetChunks(
  { columns, rows }: LongSheet,
  heading: string,
  namespace: string,
): AsyncGenerator<string> {
  const names = columns.map((_, index) => columnName(index));
  yield `${heading}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(widthXml).join('')}</cols><sheetData>`;
  const first = columns.map((column, index) =>
    textCell(`${names[index]}1`, column.heading, styles.heading),
  );
  let waiting = [rowXml(1, first)];
  let number = 1;
  for await (const row of rows) {
    number += 1;
    const cells = row.map((value, index) => cellXml(`${names[index]}${number}`, value));
    waiting.push(rowXml(number, cells));
    if (waiting.length < ROWS_A_CHUNK) continue;
    yield waiting.join('');
    waiting = [];
  }
  yield `${waiting.join('')}</sheetData></worksheet>`;
}

/** `A` to `Z`, `AA` and on. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const widthXml = ({ width }: Column, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${Math.round(width / DIGIT_CM)}" customWidth="1"/>`;

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

function cellXml(at: string, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return textCell(at, value, /^[=+\-@\t\r]/.test(value) ? styles.apostrophe : styles.plain);
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** `_x0041_` would be read as `A`: its first mark is written in that way itself. */
const escaped = (text: string): string =>
  xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
