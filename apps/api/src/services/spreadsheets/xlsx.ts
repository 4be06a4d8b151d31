import { inSheets, type LongSheet } from './spreadsheet.ts';
import { sheetChunks, stylesXml } from './xlsx-sheet.ts';
import { xmlText } from './xml.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Sheets of any length as an Office Open XML workbook (ECMA-376, part 1: SpreadsheetML), as it is
 * made. Numbers are numbers; a text is a text, whatever it looks like. `at` dates its files.
 */
export const xlsxStream = (sheets: readonly LongSheet[], at: Date): AsyncGenerator<Uint8Array> =>
  zipStream(entriesOf(sheets), at);

async function* entriesOf(sheets: readonly LongSheet[]): AsyncGenerator<ZipEntry> {
  yield { name: '[Content_Types].xml', chunks: [contentTypes] };
  yield { name: '_rels/.rels', chunks: [relationships([['officeDocument', 'xl/workbook.xml']])] };
  yield { name: 'xl/styles.xml', chunks: [heading + stylesXml(spreadsheet)] };
  const written: Link[] = [];
  for (const whole of sheets) {
    for await (const sheet of inSheets(whole)) {
      const file = `worksheets/sheet${written.length + 1}.xml`;
      written.push([sheet.name, file]);
      yield { name: `xl/${file}`, chunks: sheetChunks(sheet, heading, spreadsheet) };
    }
  }
  const links = written.map(([, file]): Link => ['worksheet', file]);
  const rels = relationships([...links, ['styles', 'styles.xml']]);
  yield { name: 'xl/_rels/workbook.xml.rels', chunks: [rels] };
  yield { name: 'xl/workbook.xml', chunks: [workbook(written.map(([name]) => name))] };
}

/** The name or kind of something, and its file. */
type Link = readonly [what: string, file: string];

/** Every other XML file is a sheet, however many there come to be. */
const contentTypes = `${heading}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;

const relationships = (links: readonly Link[]): string =>
  `${heading}<Relationships xmlns="${packaged}/relationships">${links
    .map(
      ([kind, file], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${file}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `${heading}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${names
    .map(
      (name, index) =>
        `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;
