import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseRefused } from '../release/build.ts';
import type { ReleaseLock } from '../schema/release.ts';

/**
 * Writes `releases/<version>.json` in a framework's folder and gives its path. Throws
 * `ReleaseRefused` where the version is there with other content.
 */
export function writeRelease(folder: string, lock: ReleaseLock): string {
  const file = join(folder, 'releases', `${lock.version}.json`);
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  if (!existsSync(file)) {
    mkdirSync(join(folder, 'releases'), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } else if (readFileSync(file, 'utf8') !== text) {
    throw new ReleaseRefused(
      `Release ${lock.version} is published and never changes. Give this content a greater version.`,
    );
  }
  return file;
}
