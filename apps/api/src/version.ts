import { readFileSync } from 'node:fs';
import { z } from 'zod';

const productFile = new URL('../../../package.json', import.meta.url);

/** The version of the product that runs. */
export const productVersion: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(productFile, 'utf8'))).version;
