import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder of this run, which goes when the run ends, also by SIGINT or SIGTERM. */
export function makeRunFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `jalon-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(1));
  process.once('SIGTERM', () => process.exit(1));
  return folder;
}
