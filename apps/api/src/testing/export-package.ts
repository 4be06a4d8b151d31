import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PackageSource, packageEntries } from '../services/cohorts/package/entries.ts';
import { wholeFile } from './read-exports.ts';

/** Writes the files of a package into a folder, as if it were unzipped there; gives their names. */
export async function writePackage(source: PackageSource, folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, chunks } of packageEntries(source)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await wholeFile(bytesOf(chunks)));
    names.push(name);
  }
  return names;
}

async function* bytesOf(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Whether Python is on this machine; where it is not, tests of the script are skipped by name. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Runs the package's Python script; gives its exit status and what it printed. */
export function runPython(folder: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [join(folder, 'scripts/first_table.py')],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], PYTHONIOENCODING: 'utf-8' } },
  );
  return { status, out: stdout, err: stderr };
}
