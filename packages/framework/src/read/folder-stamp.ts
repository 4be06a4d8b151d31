import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A name for the state that a folder's files are in: another as soon as one of them changes. */
export function folderStamp(folder: string): string {
  const hash = createHash('sha256');
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  for (const name of names.sort()) {
    // A file that is being replaced is away for a moment.
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) hash.update(`${name} ${String(found.mtimeMs)} ${String(found.size)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
