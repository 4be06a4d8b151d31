import type { Batch } from './batch.ts';
import { changes } from './changes.ts';
import { copyChanges } from './copy/changes.ts';
import { readDatabaseUrl } from './database-url.ts';
import type { Engine } from './engines/engine.ts';
import { openPostgres } from './engines/postgres/open.ts';
import { openSqlite } from './engines/sqlite/open.ts';
import { guardReads } from './guard-reads.ts';
import { attemptReads } from './read/attempts.ts';
import { classReads } from './read/classes.ts';
import { cohortReads } from './read/cohorts.ts';
import { identityReads } from './read/identity.ts';
import { jobReads } from './read/jobs.ts';
import { rightsReads } from './read/rights.ts';
import { rowReads } from './read/rows.ts';
import { scopeReads } from './read/scopes.ts';

export type Store = ReturnType<typeof storeOver>;
export type StoreReads = Store['read'];
export type StoreChanges = Store['change'];

export interface StoreOptions {
  /** PostgreSQL: connections that this process may hold. */
  connections?: number;
  /** Batches that may wait; more are refused with `StoreUnavailable`. */
  mostWaiting?: number;
  /** PostgreSQL: a read replica, where cohorts are counted. */
  replicaUrl?: string | null;
}

const CONNECTIONS = 10;
/** About a second of the writer's work: whoever came later would rather be told to come again. */
const MOST_WAITING = 4_096;

/**
 * Opens a database (`file:PATH`, `file::memory:` or `postgres://…`) and brings its tables up to
 * date. Rejects with `UnusableDatabase`, `NewerSchema` or the driver's error.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { connections = CONNECTIONS, mostWaiting = MOST_WAITING, replicaUrl = null } = options;
  const place = readDatabaseUrl(url);
  return storeOver(
    place.kind === 'sqlite'
      ? openSqlite(place.file, { mostWaiting })
      : await openPostgres(place.url, { connections, mostWaiting, replicaUrl }),
  );
}

/**
 * The store over an engine.
 *
 * - `read` asks; it cannot change anything. It rejects with `StoreUnavailable`.
 * - `change` makes statements; nothing happens until `write`.
 * - `write` applies a batch as one and resolves once it is durable; it rejects with `Conflict` or
 *   `StoreUnavailable`, and then nothing of the batch was kept.
 * - `notices` are words between the processes that serve the same database.
 */
export function storeOver(engine: Engine) {
  const { db, replica, tables, explain } = engine;
  let closing: Promise<void> | null = null;
  return {
    kind: engine.kind,
    read: {
      identity: guardReads(identityReads(db, tables), explain),
      scopes: guardReads(scopeReads(db, tables), explain),
      attempts: guardReads(attemptReads(db, tables), explain),
      classes: guardReads(classReads(db, tables), explain),
      jobs: guardReads(jobReads(db, tables), explain),
      rights: guardReads(rightsReads(db, tables), explain),
      rows: guardReads(rowReads(db, tables), explain),
      cohorts: guardReads(cohortReads(replica, tables), explain),
    },
    change: { ...changes(db, tables), ...copyChanges(db, tables) },
    write: (...batch: Batch) => engine.write(batch),
    notices: engine.notices,
    figures: () => engine.figures(),
    /** Makes what waits durable and closes the database; once, however often it is asked. */
    close: () => (closing ??= engine.close()),
  };
}
