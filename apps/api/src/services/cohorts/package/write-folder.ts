import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PackageSource, packageEntries } from './entries.ts';

/** Writes the files of a package into a folder, as if it were unzipped there; gives their names. */
export async function writePackage(source: PackageSource, folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, chunks } of packageEntries(source)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, chunks);
    names.push(name);
  }
  return names;
}
