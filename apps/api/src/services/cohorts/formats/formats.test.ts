import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { expect, it } from 'vitest';
import { csvCells, parquetRows, sheetsOf, wholeFile } from '../../../testing/read-exports.ts';
import type { Line } from './column.ts';
import { plainCsvFile } from './csv.ts';
import { tableFormats } from './formats.ts';
import type { DescribedColumn } from './spreadsheets.ts';

const at = new Date('2026-11-24T22:30:00Z');
const columns: readonly DescribedColumn[] = [
  { name: 'group', type: 'text', fr: 'Groupe', en: 'Group' },
  { name: 'pupils', type: 'integer', fr: 'Élèves', en: 'Pupils' },
  { name: 'mean', type: 'number', fr: 'Moyenne', en: 'Mean' },
  { name: 'status', type: 'text', fr: 'État', en: 'Status' },
];

/** What a school may be called: no control characters, which XML has no place for. */
const text = fc.oneof(
  fc.constantFrom(
    '=cmd|x',
    '+33',
    '-1',
    '@x',
    'Collège "du Cœur", annexe',
    '_x0041_',
    ' a  b ',
    '"',
  ),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .map((some) => some.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, 'x').replace(/^\uFEFF/, 'x')),
);
const line: fc.Arbitrary<Line> = fc.record({
  group: fc.option(text),
  pupils: fc.option(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  mean: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((some) => some + 0)),
  status: fc.constantFrom('published', 'suppressed'),
});

async function* each(lines: readonly Line[]) {
  yield* lines;
}

const cellsOf = (lines: readonly Line[]) =>
  lines.map((one) => columns.map(({ name }) => one[name] ?? null));

/** A cell as the CSV tells it: nothing for none, and an apostrophe before what looks like a formula. */
const asCsv = (cell: string | number | null): string =>
  typeof cell === 'string' && /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell)
    ? `'${cell}`
    : String(cell ?? '');

it('has in every format the rows of the CSV', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const cells = cellsOf(lines);
      const csv = csvCells(await wholeFile(tableFormats.csv(columns, each(lines))));
      expect(csv).toEqual([columns.map(({ name }) => name), ...cells.map((row) => row.map(asCsv))]);
      const parquet = await wholeFile(tableFormats.parquet(columns, each(lines)));
      expect(await parquetRows(parquet)).toEqual(lines.map((one) => ({ ...one })));
      for (const format of ['xlsx', 'ods'] as const) {
        const sheets = sheetsOf(await wholeFile(tableFormats[format](columns, each(lines), at)));
        expect([...sheets.keys()]).toEqual(['counts', 'codebook']);
        const [headings, ...rows] = sheets.get('counts') ?? [];
        expect(headings).toEqual(columns.map(({ name }) => name));
        expect(rows).toEqual(cells);
        expect(sheets.get('codebook')?.slice(1)).toEqual(
          columns.map(({ name, type, fr, en }) => [name, type, fr, en]),
        );
      }
    }),
    { numRuns: 60 },
  );
});

it('gives the same bytes for the same lines', async () => {
  const lines = [{ group: 'é', pupils: 5, mean: null, status: 'published' }];
  for (const [name, write] of Object.entries(tableFormats)) {
    const [first, second] = await Promise.all([
      wholeFile(write(columns, each(lines), at)),
      wholeFile(write(columns, each(lines), at)),
    ]);
    expect(first.length, name).toBeGreaterThan(20);
    expect(second, name).toEqual(first);
  }
});

it('begins a CSV with a byte order mark for spreadsheets, and none for programs', async () => {
  const mark = [0xef, 0xbb, 0xbf];
  expect([...(await wholeFile(tableFormats.csv(columns, each([])))).subarray(0, 3)]).toEqual(mark);
  expect([...(await wholeFile(plainCsvFile(columns, each([])))).subarray(0, 5)]).toEqual(
    [...'group'].map((letter) => letter.charCodeAt(0)),
  );
});

it('keeps integers of Parquet as integers, numbers as doubles, and any of them as null', async () => {
  const lines = [{ group: null, pupils: null, mean: 0.5, status: 'published' }];
  const file = await wholeFile(tableFormats.parquet(columns, each(lines)));
  const { schema, num_rows: rows } = parquetMetadata(Uint8Array.from(file).buffer);
  expect(rows).toBe(1n);
  expect(schema.slice(1).map(({ type, repetition_type: how }) => [type, how])).toEqual([
    ['BYTE_ARRAY', 'OPTIONAL'],
    ['INT32', 'OPTIONAL'],
    ['DOUBLE', 'OPTIONAL'],
    ['BYTE_ARRAY', 'OPTIONAL'],
  ]);
});

it('writes Parquet a group of rows at a time, while the next lines are still to come', async () => {
  let asked = 0;
  async function* many() {
    for (; asked < 45_000; asked += 1) {
      yield { group: `g${asked}`, pupils: asked, mean: asked / 4, status: 'published' };
    }
  }
  const chunks = tableFormats.parquet(columns, many());
  const first = await chunks.next();
  expect(asked).toBeLessThan(10_001);
  const parts = [first.value ?? new Uint8Array()];
  for await (const chunk of chunks) parts.push(chunk);
  const rows = await parquetRows(Buffer.concat(parts));
  expect(rows).toHaveLength(45_000);
  expect(rows[44_999]).toEqual({
    group: 'g44999',
    pupils: 44_999,
    mean: 11_249.75,
    status: 'published',
  });
});

it('takes no line that lacks a column or has a cell of another type', async () => {
  const wrongs: Line[] = [{ group: 'a' }, { group: 1, pupils: 1, mean: 1, status: 'a' }];
  for (const wrong of wrongs) {
    await expect(wholeFile(tableFormats.csv(columns, each([wrong])))).rejects.toThrow(/column/);
  }
});
