import { fileURLToPath } from 'node:url';
import Database, { SqliteError } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { type Backup, startBackup } from '../../backup/index.ts';
import { StoreUnavailable } from '../../errors.ts';
import { asDb, sqliteTables } from '../dialect.ts';
import type { Engine } from '../engine.ts';
import { localNotices } from '../local-notices.ts';
import { needsMigration } from '../schema-version.ts';
import { GroupCommit } from './group-commit.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/** What pupils at work touch over and over is read from memory. */
const CACHE_KIB = 64 * 1024;

/**
 * Pages of the log before the engine moves them into the main file (16 MB). A page that many
 * commits write is moved once: fewer and longer moves cost a busy hour less than many short ones.
 */
const WAL_PAGES = 4_000;

/** An engine of SQLite, with the one connection that it writes by. */
export interface SqliteEngine extends Engine {
  readonly kind: 'sqlite';
  readonly file: string;
  readonly connection: Database.Database;
}

export interface SqliteOptions {
  /** Batches that may wait; more are refused. */
  mostWaiting: number;
  /** Whether a backup will be kept, which alone then decides when the log begins anew. */
  hasBackup: boolean;
}

/**
 * Opens the file (`:memory:` for tests), sets the promises of durability, and migrates. Throws
 * `NewerSchema`, or the driver's error where the file cannot be used.
 */
export function openSqlite(file: string, options: SqliteOptions): SqliteEngine {
  const connection = new Database(file);
  try {
    connection.pragma('busy_timeout = 5000');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma(`cache_size = -${CACHE_KIB}`);
    connection.pragma(`wal_autocheckpoint = ${options.hasBackup ? 0 : WAL_PAGES}`);
    migrateSqlite(connection, migrationsFolder);
    connection.pragma('foreign_keys = ON');
  } catch (error) {
    connection.close();
    throw error;
  }
  const db = asDb(drizzle(connection, { casing: 'snake_case' }));
  const writer = new GroupCommit(connection, options.mostWaiting);
  let backup: Backup | null = null;
  return {
    kind: 'sqlite',
    file,
    connection,
    db,
    replica: db,
    tables: sqliteTables,
    write: (batch) => writer.submit(batch),
    notices: localNotices(),
    backUp: (plan) => (backup ??= startBackup({ ...plan, connection, file })),
    figures: () => ({ ...writer.counts, retried: 0, waiting: writer.waiting }),
    explain: explainSqlite,
    async close() {
      writer.close();
      await backup?.stop();
      connection.close();
    },
  };
}

/**
 * Brings a file up to date with the migrations of a folder. A migration may make a table anew, and
 * drops the old one: references are checked once all are applied.
 */
export function migrateSqlite(connection: Database.Database, folder: string): void {
  if (!needsMigration(folder, appliedMigration(connection))) return;
  connection.pragma('foreign_keys = OFF');
  migrate(drizzle(connection), { migrationsFolder: folder });
  const broken: unknown = connection.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error('A reference of the database points nowhere.');
  }
}

function appliedMigration(connection: Database.Database): number | null {
  const table = connection
    .prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`)
    .get();
  if (!table) return null;
  const newest = connection.prepare('select max(created_at) from __drizzle_migrations').pluck();
  const applied = newest.get();
  return applied === null ? null : Number(applied);
}

/** What comes of the disk or of a lock may pass; the rest is a defect. */
const passing = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|INTERRUPT)/;

function explainSqlite(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof SqliteError && passing.test(cause.code)) {
    return new StoreUnavailable('the database cannot be read now', { cause });
  }
  return error;
}
