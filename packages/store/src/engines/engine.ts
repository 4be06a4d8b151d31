import type { Backup, BackupOptions } from '../backup/index.ts';
import type { Batch } from '../batch.ts';
import type { Tables } from '../tables/index.ts';
import type { Db } from './dialect.ts';

/** What an engine tells of its work since it was opened, and of what waits now. */
export interface StoreFigures {
  /** Transactions made durable. */
  commits: number;
  /** Batches they held. */
  batches: number;
  /** Batches refused because too many waited. */
  refused: number;
  /** Batches begun again after a conflict between transactions. */
  retried: number;
  /** Batches, or questions, that wait now. */
  waiting: number;
}

/** Words between the processes of one database. They carry no more than opaque ids. */
export interface Notices {
  /** Tells every process, this one included. Never waits, and may be lost: nothing hangs on it. */
  send(notice: string): void;
  /** Hears each notice; `null` where some may have been missed. Gives the function that ends it. */
  listen(listener: (notice: string | null) => void): () => void;
}

/** Where a backup goes, and what it tells. */
export type BackupPlan = Omit<BackupOptions, 'connection' | 'file'>;

/** A database, opened and up to date. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Db;
  /** Where long counts are asked: a copy that may be some seconds late, or the same database. */
  readonly replica: Db;
  readonly tables: Tables;
  /** Applies a batch as one; rejects with `Conflict` or `StoreUnavailable`. */
  write(batch: Batch): Promise<void>;
  readonly notices: Notices;
  /** Keeps a continuous backup until the store is closed; `null` where the engine has its own tools. */
  backUp(plan: BackupPlan): Backup | null;
  figures(): StoreFigures;
  /** What an error of a question means to its caller. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}
