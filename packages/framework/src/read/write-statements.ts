import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureWith } from '../measure/measuring.ts';
import type { Release } from '../release/load.ts';
import { referenceStatements } from '../statement/reference-statements.ts';

/** Writes `statements/<version>.json` in a framework's folder, unless it is there: it never changes. */
export function writeStatements(folder: string, release: Release): void {
  const file = join(folder, 'statements', `${release.version}.json`);
  if (existsSync(file)) return;
  mkdirSync(join(folder, 'statements'), { recursive: true });
  const text = `${JSON.stringify(referenceStatements(measureWith(release)), null, 1)}\n`;
  writeFileSync(file, text, { flag: 'wx' });
}
