import type { Database } from 'better-sqlite3';
import { SqliteError } from 'better-sqlite3';
import type { Batch } from './batch.ts';
import { Conflict, StoreUnavailable } from './errors.ts';

interface Waiting {
  batch: Batch;
  resolve: () => void;
  reject: (reason: Error) => void;
}

/** How the batches were gathered since the store was opened. */
export interface CommitCounts {
  /** Transactions made durable. */
  commits: number;
  /** Batches they held. */
  batches: number;
}

const MOST_BATCHES_A_COMMIT = 256;

/**
 * The one writer: gathers the batches that wait and makes them durable in one transaction, each
 * within its own savepoint, so that the price of a disk flush is shared and one refused batch
 * costs its neighbours nothing. A batch is acknowledged only after the commit that holds it.
 */
export class GroupCommit {
  readonly counts: CommitCounts = { commits: 0, batches: 0 };
  readonly #connection: Database;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #closed = false;

  constructor(connection: Database) {
    this.#connection = connection;
  }

  /** Resolves once the batch is durable. Rejects with `Conflict` or `StoreUnavailable`. */
  submit(batch: Batch): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#schedule();
    });
  }

  /** Applies what still waits, then refuses whatever comes. */
  close(): void {
    while (this.#waiting.length > 0) this.#drain();
    this.#closed = true;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#drain();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #drain(): void {
    const taken = this.#waiting.splice(0, MOST_BATCHES_A_COMMIT);
    if (taken.length === 0) return;
    const applied: Waiting[] = [];
    const refused: { waiting: Waiting; reason: Error }[] = [];
    try {
      this.#connection.exec('begin immediate');
      for (const waiting of taken) {
        const reason = this.#apply(waiting.batch);
        if (reason) refused.push({ waiting, reason });
        else applied.push(waiting);
      }
      this.#connection.exec('commit');
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      const reason = new StoreUnavailable('the changes could not be kept', { cause: error });
      for (const waiting of taken) waiting.reject(reason);
      return;
    }
    this.counts.commits += 1;
    this.counts.batches += applied.length;
    for (const waiting of applied) waiting.resolve();
    for (const { waiting, reason } of refused) waiting.reject(reason);
  }

  /** Applies one batch in a savepoint; gives the reason where it was undone. */
  #apply(batch: Batch): Error | null {
    this.#connection.exec('savepoint batch');
    try {
      for (const statement of batch) {
        const { changes } = statement.run();
        if (statement.mustChange !== undefined && changes !== statement.mustChange) {
          throw new Conflict(`expected ${statement.mustChange} changed rows, found ${changes}`);
        }
      }
      this.#connection.exec('release batch');
      return null;
    } catch (error) {
      // A full disk ends the transaction itself: there is then no savepoint to go back to.
      if (!this.#connection.inTransaction) throw error;
      this.#connection.exec('rollback to batch');
      this.#connection.exec('release batch');
      return refusal(error);
    }
  }
}

function refusal(error: unknown): Error {
  if (error instanceof Conflict) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof SqliteError) {
    if (cause.code.startsWith('SQLITE_CONSTRAINT')) return new Conflict(cause.message, { cause });
    return new StoreUnavailable(cause.message, { cause });
  }
  return error instanceof Error ? error : new Error(String(error));
}
