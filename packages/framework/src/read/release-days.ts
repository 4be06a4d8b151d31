import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The day each release of a framework's folder was made, as its changelog tells: `2026-11-27`. */
export function readReleaseDays(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, 'CHANGELOG.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Map(
    [...text.matchAll(/^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/gm)].map(
      ([, version = '', day = '']) => [version, day],
    ),
  );
}
