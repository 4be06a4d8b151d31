import { UnusableDatabase } from './errors.ts';

/** Where a database is. */
export type DatabasePlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/**
 * Reads `file:PATH` (SQLite; `file::memory:` for tests) or `postgres://…` (PostgreSQL). Throws
 * `UnusableDatabase`.
 */
export function readDatabaseUrl(url: string): DatabasePlace {
  const file = /^file:(?:\/\/(?=\/))?(.+)$/s.exec(url)?.[1];
  if (file !== undefined && !file.includes('\0')) return { kind: 'sqlite', file };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'postgres', url };
  throw new UnusableDatabase(
    'A database is file:PATH (SQLite) or postgres://USER:PASSWORD@HOST/NAME (PostgreSQL).',
  );
}
