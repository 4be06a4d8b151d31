import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { odsContent } from '../../testing/ods-content.ts';
import { ODS, odsFile } from './ods.ts';
import type { Sheet } from './spreadsheet.ts';

const sheet: Sheet = {
  name: 'Élèves & co',
  columns: [
    { heading: 'élève', type: 'text', width: 5 },
    { heading: 'niveau', type: 'whole', width: 2 },
    { heading: 'probabilité', type: 'probability', width: 2 },
    { heading: 'le', type: 'day', width: 2 },
  ],
  rows: [
    ['Zélie <Aubépine> & "fille"', 3, 0.8125, '2026-11-24'],
    ['=HYPERLINK("http://x";"y")', null, null, null],
    ['a\u0000b\uD800c\tdé', 1, 0, '2026-01-02'],
  ],
};

interface Read {
  /** What each cell is written as, with what a reader sees in it. */
  cells: { attributes: Record<string, string>; text: string }[];
  names: string[];
}

/** Reads `content.xml` with a parser that knows namespaces and takes nothing that is not XML. */
function read(file: Uint8Array): Read {
  const found: Read = { cells: [], names: [] };
  const parser = new SaxesParser({ xmlns: true });
  let cell: Read['cells'][number] | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(
      Object.values(attributes).map((attribute) => [attribute.name, attribute.value]),
    );
    if (name === 'table:table') found.names.push(plain['table:name'] ?? '');
    if (name !== 'table:table-cell') return;
    cell = { attributes: plain, text: '' };
    found.cells.push(cell);
  });
  parser.on('text', (text) => {
    if (cell) cell.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-cell') cell = undefined;
  });
  parser.write(odsContent(file)).close();
  return found;
}

it('begins with its type, stored as it is, where programs look for it', () => {
  const file = odsFile([sheet], 'fr');
  // The local header of a zip: method at 8, length of the extra field at 28, the name at 30.
  const header = new DataView(file.buffer, file.byteOffset);
  expect(header.getUint32(0, true)).toBe(0x04034b50);
  expect(header.getUint16(8, true)).toBe(0);
  expect(header.getUint16(28, true)).toBe(0);
  expect(strFromU8(file.subarray(30, 38 + ODS.length))).toBe(`mimetype${ODS}`);
});

it('names all its files in its manifest, and each is XML', () => {
  const files = unzipSync(odsFile([sheet], 'en'));
  const manifest = strFromU8(files['META-INF/manifest.xml'] ?? new Uint8Array());
  const named = [...manifest.matchAll(/full-path="([^"]+)"/g)].map(([, path]) => path);
  expect(named.sort()).toEqual(['/', 'content.xml', 'styles.xml']);
  for (const name of ['META-INF/manifest.xml', 'content.xml', 'styles.xml']) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(strFromU8(files[name] ?? new Uint8Array())).close();
  }
});

it('has every value in a cell of its type, and texts as texts, whatever they look like', () => {
  const { cells, names } = read(odsFile([sheet], 'fr'));
  expect(names).toEqual(['Élèves & co']);
  expect(cells.slice(0, 4).map(({ text }) => text)).toEqual([
    ...['élève', 'niveau', 'probabilité', 'le'],
  ]);
  expect(cells[4]).toEqual({
    attributes: { 'table:style-name': 'text', 'office:value-type': 'string' },
    text: 'Zélie <Aubépine> & "fille"',
  });
  expect(cells[5]?.attributes).toEqual({ 'office:value-type': 'float', 'office:value': '3' });
  expect(cells[6]?.attributes).toMatchObject({
    ...{ 'office:value-type': 'percentage', 'office:value': '0.8125' },
  });
  expect(cells[7]?.attributes).toMatchObject({
    ...{ 'office:value-type': 'date', 'office:date-value': '2026-11-24' },
  });
  expect(cells[8]?.attributes['office:value-type']).toBe('string');
  expect(cells[8]?.text).toBe('=HYPERLINK("http://x";"y")');
  expect(cells.slice(9, 12)).toEqual(
    Array.from({ length: 3 }, () => ({ attributes: {}, text: '' })),
  );
  // What XML has no place for is left out, and the file stays one.
  expect(cells[12]?.text).toBe('a b c dé');
  expect(cells[14]?.attributes['office:value']).toBe('0');
  expect(cells.some(({ attributes }) => 'table:formula' in attributes)).toBe(false);
});

it('is the same bytes for the same sheets', () => {
  expect(odsFile([sheet], 'fr')).toEqual(odsFile([sheet], 'fr'));
});
