import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { importCase } from '../case/import-case.ts';
import { stop, usage } from './stop.ts';

/** Makes a draft framework out of a CASE package, in a folder of its own, and says what was left. */
export function importFramework(file: string | undefined, id: string | undefined, out: string) {
  if (!file || !id || !/^[a-z0-9-]+$/.test(id)) {
    usage('Usage: npm run framework -- import PACKAGE.json ID [--out FOLDER]');
  }
  const { texts, kept, left } = importCase(readJson(file), id);
  for (const line of kept) console.log(`kept: ${line}`);
  for (const line of left) console.log(`left: ${line}`);
  if (!texts) stop('Nothing could be made of it.');
  const folder = join(out, id);
  const target = join(folder, 'framework.yaml');
  if (existsSync(target)) stop(`${target} is there already: give another ID.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, stringify(texts, { lineWidth: 0, singleQuote: true }));
  console.log(target);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return stop(`${file} cannot be read as JSON.`);
  }
}
