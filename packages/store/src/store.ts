import type { Batch } from './batch.ts';
import { changes } from './changes.ts';
import { copyChanges } from './copy/changes.ts';
import { readDatabaseUrl } from './database-url.ts';
import type { BackupPlan, Engine } from './engines/engine.ts';
import { openPostgres } from './engines/postgres/open.ts';
import { openSqlite } from './engines/sqlite/open.ts';
import { guardReads } from './guard-reads.ts';
import { assessmentReads } from './read/assessments.ts';
import { attemptReads } from './read/attempts.ts';
import { classReads } from './read/classes.ts';
import { cohortReads } from './read/cohorts.ts';
import { dashboardKeyReads } from './read/dashboard-keys.ts';
import { identityReads } from './read/identity.ts';
import { jobReads } from './read/jobs.ts';
import { publicationReads } from './read/publications.ts';
import { qualityReads } from './read/quality.ts';
import { rightsReads } from './read/rights.ts';
import { rosterReads } from './read/roster.ts';
import { rowReads } from './read/rows.ts';
import { scopeReads } from './read/scopes.ts';
import { staffReads } from './read/staff.ts';
import { transferReads } from './read/transfers.ts';
import { watchWrites } from './watch-writes.ts';

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
  /** SQLite: whether `backUp` will be asked for. */
  hasBackup?: boolean;
}

const CONNECTIONS = 10;
/** About a second of the writer's work: whoever came later would rather be told to come again. */
const MOST_WAITING = 4_096;

/**
 * Opens a database (`file:PATH`, `file::memory:` or `postgres://…`) and brings its tables up to
 * date. Rejects with `UnusableDatabase`, `NewerSchema` or the driver's error.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { connections = CONNECTIONS, mostWaiting = MOST_WAITING } = options;
  const { replicaUrl = null, hasBackup = false } = options;
  const place = readDatabaseUrl(url);
  return storeOver(
    place.kind === 'sqlite'
      ? openSqlite(place.file, { mostWaiting, hasBackup })
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
  const writing = watchWrites((batch) => engine.write(batch));
  let closing: Promise<void> | null = null;
  return {
    kind: engine.kind,
    read: {
      identity: guardReads(identityReads(db, tables), explain),
      scopes: guardReads(scopeReads(db, tables), explain),
      assessments: guardReads(assessmentReads(db, tables), explain),
      attempts: guardReads(attemptReads(db, tables), explain),
      classes: guardReads(classReads(db, tables), explain),
      jobs: guardReads(jobReads(db, tables), explain),
      roster: guardReads(rosterReads(db, tables), explain),
      transfers: guardReads(transferReads(db, tables), explain),
      staff: guardReads(staffReads(db, tables), explain),
      rights: guardReads(rightsReads(db, tables), explain),
      rows: guardReads(rowReads(db, tables), explain),
      cohorts: guardReads(cohortReads(replica, tables), explain),
      quality: guardReads(qualityReads(replica, tables), explain),
      dashboardKeys: guardReads(dashboardKeyReads(db, tables), explain),
      publications: guardReads(publicationReads(db, tables), explain),
    },
    change: { ...changes(db, tables), ...copyChanges(db, tables) },
    write: (...batch: Batch) => writing.write(batch),
    /** Why the disk or the server did not take the last write; `null` where it did. */
    writeFailure: () => writing.failure(),
    notices: engine.notices,
    /** Keeps a continuous backup until the store is closed; `null` where the engine has its own tools. */
    backUp: (plan: BackupPlan) => engine.backUp(plan),
    figures: () => engine.figures(),
    /** Makes what waits durable and closes the database; once, however often it is asked. */
    close: () => (closing ??= engine.close()),
  };
}
