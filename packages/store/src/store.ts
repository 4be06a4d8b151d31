import type { Batch } from './batch.ts';
import { changes } from './changes.ts';
import { openDatabase } from './database.ts';
import { type CommitCounts, GroupCommit } from './group-commit.ts';
import { attemptReads } from './read/attempts.ts';
import { classReads } from './read/classes.ts';
import { cohortReads } from './read/cohorts.ts';
import { identityReads } from './read/identity.ts';
import { scopeReads } from './read/scopes.ts';

export type StoreReads = ReturnType<typeof openStore>['read'];
export type StoreChanges = ReturnType<typeof openStore>['change'];
export type Store = ReturnType<typeof openStore>;

/**
 * Opens the store on a file (`:memory:` for tests) and brings its tables up to date.
 *
 * - `read` asks; it cannot change anything.
 * - `change` makes statements; nothing happens until `write`.
 * - `write` applies a batch as one and resolves once it is durable; it rejects with `Conflict` or
 *   `StoreUnavailable`, and then nothing of the batch was kept.
 */
export function openStore(file: string) {
  const { connection, db } = openDatabase(file);
  const writer = new GroupCommit(connection);
  return {
    read: {
      identity: identityReads(db),
      scopes: scopeReads(db),
      attempts: attemptReads(db),
      classes: classReads(db),
      cohorts: cohortReads(db),
    },
    change: changes(db),
    write: (...batch: Batch) => writer.submit(batch),
    commitCounts: (): CommitCounts => ({ ...writer.counts }),
    /** Makes what waits durable and closes the file. */
    close(): void {
      writer.close();
      connection.close();
    },
  };
}
