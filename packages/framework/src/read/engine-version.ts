import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageFile = z.object({ version: z.string().min(1) });

/** The versions of the packages that make a result out of responses: they score and measure. */
export function readEngineVersion(): string {
  return ['items', 'measurement']
    .map((name) => {
      const file = new URL(`../../../${name}/package.json`, import.meta.url);
      return `${name} ${packageFile.parse(JSON.parse(readFileSync(file, 'utf8'))).version}`;
    })
    .join(', ');
}
