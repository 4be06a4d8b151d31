import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, systemCode } from './cannot-start.ts';

const SECRET_BYTES = 32;

/** Makes the folder that holds the data, open to this user alone. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotStart(
      `JALON_DATA is ${folder}, which cannot be made (${systemCode(error)}): give the path of a folder that this user may write to.`,
    );
  }
}

/** The demo's own secret: drawn on its first start, kept for the next ones, read by this user alone. */
export function keepSecret(folder: string): string {
  const file = join(folder, 'secret');
  try {
    writeFileSync(file, randomBytes(SECRET_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw new CannotStart(
        `The demo's secret cannot be kept in ${file} (${systemCode(error)}): let this user write to JALON_DATA.`,
      );
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SECRET_BYTES) {
    throw new CannotStart(
      `${file} holds no usable secret: put back the one that was there, for cards depend on it, or remove the folder to begin a new demo.`,
    );
  }
  return secret;
}
