import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBundle } from '../release/bundle.ts';
import { ReleaseBroken } from '../release/load.ts';
import { lockOrStop, readOrStop } from './folder.ts';
import { stop, usage } from './stop.ts';

/** Writes a release as files that others can measure with and check results against. */
export function publishFramework(version: string | undefined, out: string): void {
  if (!version) usage('Usage: npm run framework -- publish VERSION [--out FOLDER]');
  const { bank, releases } = readOrStop();
  const lock = lockOrStop(releases, version);
  const name = `${lock.framework.id}-${version}.json`;
  try {
    const text = writeBundle(bank, lock);
    const sha256 = createHash('sha256').update(text).digest('hex');
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, name), text);
    writeFileSync(join(out, `${name}.sha256`), `${sha256}  ${name}\n`);
    console.log(join(out, name));
  } catch (error) {
    if (error instanceof ReleaseBroken) stop(error.message);
    stop(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
