import type { Database, Statement as Prepared } from 'better-sqlite3';
import { SqliteError } from 'better-sqlite3';
import type { Batch, Statement } from '../../batch.ts';
import { Conflict, StoreUnavailable } from '../../errors.ts';

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
  /** Batches refused because too many waited. */
  refused: number;
}

const MOST_BATCHES_A_COMMIT = 256;

/**
 * After a commit the writer rests as long as the commit took, up to this: batches gather meanwhile,
 * and flushes of the disk take at most half of the process's time. One that comes alone waits for
 * nothing.
 */
const LONGEST_REST_MS = 5;

/**
 * The one writer: gathers the batches that wait and makes them durable in one transaction, each
 * within its own savepoint, so that the price of a disk flush is shared and one refused batch
 * costs its neighbours nothing. A batch is acknowledged only after the commit that holds it.
 */
export class GroupCommit {
  readonly counts: CommitCounts = { commits: 0, batches: 0, refused: 0 };
  readonly #connection: Database;
  readonly #mostWaiting: number;
  readonly #prepared = new Map<string, Prepared>();
  #waiting: Waiting[] = [];
  #scheduled = false;
  #closed = false;
  #restUntilMs = 0;

  /** At most `mostWaiting` batches wait; more are refused, so that memory and delay stay bounded. */
  constructor(connection: Database, mostWaiting: number) {
    this.#connection = connection;
    this.#mostWaiting = mostWaiting;
  }

  /** Resolves once the batch is durable. Rejects with `Conflict` or `StoreUnavailable`. */
  submit(batch: Batch): Promise<void> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    if (this.#waiting.length >= this.#mostWaiting) {
      this.counts.refused += 1;
      return Promise.reject(new StoreUnavailable('too many changes wait'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#schedule();
    });
  }

  /** Batches that wait now. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Applies what still waits, then refuses whatever comes. */
  close(): void {
    while (this.#waiting.length > 0) this.#drain();
    this.#closed = true;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const drain = () => {
      this.#scheduled = false;
      const begunMs = performance.now();
      this.#drain();
      const endedMs = performance.now();
      this.#restUntilMs = endedMs + Math.min(LONGEST_REST_MS, endedMs - begunMs);
      if (this.#waiting.length > 0) this.#schedule();
    };
    const restMs = this.#restUntilMs - performance.now();
    if (restMs > 0) setTimeout(drain, restMs);
    else setImmediate(drain);
  }

  #drain(): void {
    const taken = this.#waiting.splice(0, MOST_BATCHES_A_COMMIT);
    if (taken.length === 0) return;
    const applied: Waiting[] = [];
    const refused: { waiting: Waiting; reason: Error }[] = [];
    try {
      this.#exec('begin immediate');
      for (const waiting of taken) {
        const reason = this.#apply(waiting.batch);
        if (reason) refused.push({ waiting, reason });
        else applied.push(waiting);
      }
      this.#exec('commit');
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
    this.#exec('savepoint batch');
    try {
      for (const statement of batch) {
        const { changes } = this.#prepare(statement).run(...statement.params);
        if (statement.mustChange !== undefined && changes !== statement.mustChange) {
          throw new Conflict(`expected ${statement.mustChange} changed rows, found ${changes}`);
        }
      }
      this.#exec('release batch');
      return null;
    } catch (error) {
      // A full disk ends the transaction itself: there is then no savepoint to go back to.
      if (!this.#connection.inTransaction) throw error;
      this.#exec('rollback to batch');
      this.#exec('release batch');
      return refusal(error);
    }
  }

  #prepare({ sql, name }: Statement): Prepared {
    if (name === undefined) return this.#connection.prepare(sql);
    let prepared = this.#prepared.get(name);
    if (!prepared) {
      prepared = this.#connection.prepare(sql);
      this.#prepared.set(name, prepared);
    }
    return prepared;
  }

  #exec(word: string): void {
    this.#prepare({ sql: word, params: [], name: word }).run();
  }
}

function refusal(error: unknown): Error {
  if (error instanceof Conflict) return error;
  if (error instanceof SqliteError) {
    if (error.code.startsWith('SQLITE_CONSTRAINT')) {
      return new Conflict(error.message, { cause: error });
    }
    return new StoreUnavailable(error.message, { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}
