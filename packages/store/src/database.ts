import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as tables from './tables/index.ts';

export type Drizzle = BetterSQLite3Database<typeof tables>;

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Opens the file (`:memory:` for tests), sets the promises of durability, and migrates. */
export function openDatabase(file: string): { connection: Database.Database; db: Drizzle } {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  const db = drizzle(connection, { schema: tables, casing: 'snake_case' });
  migrate(db, { migrationsFolder });
  return { connection, db };
}
