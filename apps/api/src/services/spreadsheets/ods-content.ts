import {
  type Column,
  type ColumnType,
  inSheets,
  type LongSheet,
  type Sheet,
  type Value,
} from './spreadsheet.ts';
import { xmlText } from './xml.ts';

const namespaces = ['office', 'table', 'text', 'style', 'number']
  .map((name) => {
    const path = name === 'number' ? 'datastyle' : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${path}:1.0"`;
  })
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(' ');

/** An XML file of an OpenDocument package, whole. `root` is the element's name after `office:`. */
export const officeFile = (root: string, inner: string): string =>
  officeHead(root) + inner + officeTail(root);

const officeHead = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${namespaces} office:version="1.3">`;

const officeTail = (root: string): string => `</office:${root}>`;

/** The sheets as `content.xml`: every value in a cell of its column's type. */
export const contentXml = (sheets: readonly Sheet[], language: 'fr' | 'en'): string =>
  contentHead(sheets, language) + sheets.map(tableOf).join('') + contentTail;

const ROWS_A_CHUNK = 200;

/** The same as it is made, for sheets that are read as they come. */
export async function* contentChunks(
  sheets: readonly LongSheet[],
  language: 'fr' | 'en',
): AsyncGenerator<string> {
  yield contentHead(sheets, language);
  for (const whole of sheets) {
    for await (const sheet of inSheets(whole)) {
      yield tableHead(sheet);
      let waiting: string[] = [];
      for await (const row of sheet.rows) {
        waiting.push(rowWith(sheet.columns, row));
        if (waiting.length < ROWS_A_CHUNK) continue;
        yield waiting.join('');
        waiting = [];
      }
      yield waiting.join('');
      yield tableTail;
    }
  }
  yield contentTail;
}

type Shape = Pick<Sheet, 'name' | 'columns'>;

function contentHead(sheets: readonly Shape[], language: 'fr' | 'en'): string {
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)))];
  return `${officeHead('document-content')}<office:automatic-styles>${widths.map(widthStyle).join('')}${cellStyles(language)}</office:automatic-styles><office:body><office:spreadsheet>`;
}

const contentTail = `</office:spreadsheet></office:body>${officeTail('document-content')}`;

const widthStyle = (width: number): string =>
  `<style:style style:name="${widthName(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`;

const widthName = (width: number): string => `width-${width}`;

const cellStyles = (language: 'fr' | 'en'): string =>
  [
    `<number:date-style style:name="day-format">${dayParts[language]}</number:date-style>`,
    '<number:percentage-style style:name="percent-format"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>',
    '<style:style style:name="heading" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>',
    '<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="day-format"/>',
    '<style:style style:name="probability" style:family="table-cell" style:data-style-name="percent-format"/>',
  ].join('');

/** Days as the readers of a language write them. */
const dayParts = {
  fr: '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>',
  en: '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>',
} as const;

const tableOf = (sheet: Sheet): string =>
  tableHead(sheet) + sheet.rows.map((row) => rowWith(sheet.columns, row)).join('') + tableTail;

const tableHead = ({ name, columns }: Shape): string =>
  [
    `<table:table table:name="${xmlText(name)}">`,
    ...columns.map(({ width }) => `<table:table-column table:style-name="${widthName(width)}"/>`),
    '<table:table-header-rows>',
    rowOf(columns.map(({ heading }) => textCell(heading, 'heading'))),
    '</table:table-header-rows>',
  ].join('');

const tableTail = '</table:table>';

const rowWith = (columns: readonly Column[], row: readonly Value[]): string =>
  rowOf(columns.map((column, index) => cellOf(column, row[index] ?? null)));

const rowOf = (cells: readonly string[]): string =>
  `<table:table-row>${cells.join('')}</table:table-row>`;

function cellOf({ type }: Column, value: Value): string {
  if (value === null) return '<table:table-cell/>';
  const typed = attributes[type](value);
  // A text is never a formula: those stand in an attribute of their own, which is never written.
  if (typed === null) return textCell(String(value), 'text');
  return `<table:table-cell ${typed}><text:p>${xmlText(String(value))}</text:p></table:table-cell>`;
}

const textCell = (text: string, style: 'heading' | 'text'): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;

function float(value: string | number): string | null {
  return typeof value === 'number' ? `office:value-type="float" office:value="${value}"` : null;
}

/** The attributes of a value's cell; `null` where it is to be a text. */
const attributes: Record<ColumnType, (value: string | number) => string | null> = {
  text: () => null,
  whole: float,
  number: float,
  probability: (value) =>
    typeof value === 'number'
      ? `table:style-name="probability" office:value-type="percentage" office:value="${value}"`
      : null,
  day: (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(value))
      ? `table:style-name="day" office:value-type="date" office:date-value="${value}"`
      : null,
};
