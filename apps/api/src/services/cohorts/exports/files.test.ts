import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeFile } from '../../../testing/read-exports.ts';
import { type ExportFiles, exportFilesIn } from './files.ts';

let folder: string;
let files: ExportFiles;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-exports-'));
  files = exportFilesIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const there = () => readdirSync(join(folder, 'exports')).sort();

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

it('shows a file only once it is whole', async () => {
  async function* slow() {
    yield Buffer.from('a');
    expect(await files.read('one')).toBeNull();
    yield Buffer.from('b');
  }
  expect(await files.write('one', slow())).toBe(2);
  const read = await files.read('one');
  expect(read && Buffer.from(await wholeFile(read)).toString()).toBe('ab');
  expect(statSync(join(folder, 'exports')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'exports', 'one.done')).mode & 0o777).toBe(0o600);
});

it('leaves nothing of a file that failed', async () => {
  async function* broken() {
    yield Buffer.from('a');
    throw new Error('of the source');
  }
  await expect(files.write('one', broken())).rejects.toThrow('of the source');
  expect(await files.read('one')).toBeNull();
  expect(there()).toEqual([]);
});

it('keeps lines up to where one goes on, and knows when they are not there', async () => {
  expect(await files.addLines('one', 0, 'a\né\n')).toBe(5);
  // A step that was written and not kept is written over.
  expect(await files.addLines('one', 2, 'b\n')).toBe(4);
  expect(readFileSync(join(folder, 'exports', 'one.lines'), 'utf8')).toBe('a\nb\n');
  const lines: string[] = [];
  for await (const line of files.lines('one')) lines.push(line);
  expect(lines).toEqual(['a', 'b']);
  expect(await files.addLines('one', 9, 'c\n')).toBeNull();
  expect(await files.addLines('other', 2, 'c\n')).toBeNull();
  await files.write('one', chunks('whole'));
  expect(there()).toEqual(['one.done']);
});

it('removes what was last written before an instant, half-made files too', async () => {
  await files.removeBefore(new Date());
  await files.write('old', chunks('a'));
  await files.addLines('old-lines', 0, 'a\n');
  await files.write('new', chunks('a'));
  const days = (some: number) => new Date(Date.UTC(2026, 10, some));
  utimesSync(join(folder, 'exports', 'old.done'), days(1), days(1));
  utimesSync(join(folder, 'exports', 'old-lines.lines'), days(1), days(1));
  utimesSync(join(folder, 'exports', 'new.done'), days(3), days(3));
  await files.removeBefore(days(2));
  expect(there()).toEqual(['new.done']);
});
