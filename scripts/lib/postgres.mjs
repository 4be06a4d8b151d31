import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from './debian.mjs';

const versions = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs: `JALON_POSTGRES_BIN`, or where Debian puts them; or `null`. */
export function findPostgres() {
  const chosen = process.env.JALON_POSTGRES_BIN;
  if (chosen) return existsSync(join(chosen, 'initdb')) ? chosen : null;
  if (!existsSync(versions)) return null;
  const found = readdirSync(versions).find((one) => existsSync(join(versions, one, 'bin/initdb')));
  return found ? join(versions, found, 'bin') : null;
}

/** Finds PostgreSQL, or installs Debian's package where that is possible; else says what to do. */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  if (!process.env.JALON_POSTGRES_BIN) installPackage('postgresql', 'PostgreSQL');
  const installed = findPostgres();
  if (installed) return installed;
  console.error(
    'The tests of the second engine need PostgreSQL, and it could not be installed here. ' +
      'Install it (Debian, Ubuntu: `sudo apt-get install postgresql`) or set JALON_POSTGRES_BIN to ' +
      'the folder of its programs, then run `npm test` again.',
  );
  return null;
}
