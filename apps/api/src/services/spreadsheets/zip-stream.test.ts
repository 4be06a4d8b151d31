import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sheetsOf, wholeFile } from '../../testing/read-exports.ts';
import { inSheets, type LongSheet } from './spreadsheet.ts';
import { xlsxStream } from './xlsx.ts';
import { zipStream } from './zip-stream.ts';

const at = new Date('2026-11-24T22:30:00Z');

async function* forever(onEnd: () => void) {
  try {
    for (let n = 0; ; n += 1) yield `${n} ${Math.sin(n)}\n`.repeat(50);
  } finally {
    onEnd();
  }
}

it('has its files in their order, the stored ones as they are', async () => {
  const stored = new Uint8Array([1, 2, 3]);
  const zip = await wholeFile(
    zipStream(
      [
        { name: 'a', stored },
        { name: 'b/é.txt', chunks: ['x', Buffer.from('é')] },
      ],
      at,
    ),
  );
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(['a', 'b/é.txt']);
  expect(files['a']).toEqual(stored);
  expect(strFromU8(files['b/é.txt'] ?? new Uint8Array())).toBe('xé');
});

it('asks for a file only when the one before has been read', async () => {
  const order: string[] = [];
  async function* one(name: string) {
    order.push(`${name} read`);
    yield name;
  }
  async function* entries() {
    for (const name of ['a', 'b']) {
      order.push(name);
      yield { name, chunks: one(name) };
    }
  }
  await wholeFile(zipStream(entries(), at));
  expect(order).toEqual(['a', 'a read', 'b', 'b read']);
});

it('ends what it reads when whoever reads it has gone, and fails where that fails', async () => {
  const ended = Promise.withResolvers<string>();
  const zip = zipStream([{ name: 'a', chunks: forever(() => ended.resolve('ended')) }], at);
  for (let chunk = 0; chunk < 3; chunk += 1) await zip.next();
  await zip.return(undefined);
  expect(await ended.promise).toBe('ended');

  async function* broken() {
    yield 'a';
    throw new Error('of the source');
  }
  const failing = zipStream([{ name: 'a', chunks: broken() }], at);
  await expect(wholeFile(failing)).rejects.toThrow('of the source');
});

async function* rows(count: number) {
  for (let n = 1; n <= count; n += 1) yield [n];
}
const sheet = (count: number): LongSheet => ({
  name: 'counts',
  columns: [{ heading: 'n', type: 'whole', width: 2 }],
  rows: rows(count),
});

it.each([
  [0, [0]],
  [3, [3]],
  [4, [3, 1]],
  [7, [3, 3, 1]],
])('gives %i rows as many sheets as they need', async (count, lengths) => {
  const found: number[] = [];
  const names: string[] = [];
  for await (const part of inSheets(sheet(count), 3)) {
    names.push(part.name);
    const read: unknown[] = [];
    for await (const row of part.rows) read.push(row);
    found.push(read.length);
  }
  expect(found).toEqual(lengths);
  expect(names).toEqual(['counts', 'counts 2', 'counts 3'].slice(0, lengths.length));
});

it('writes a workbook that other programs find the sheets of', async () => {
  const sheets = sheetsOf(
    await wholeFile(xlsxStream([sheet(2), { ...sheet(0), name: 'b & c' }], at)),
  );
  expect([...sheets]).toEqual([
    ['counts', [['n'], [1], [2]]],
    ['b & c', [['n']]],
  ]);
});
