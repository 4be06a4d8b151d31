import Database from 'better-sqlite3';

/**
 * A reader that keeps the WAL as it is. While it holds:
 *
 * - begun when the WAL had commits that were not in the main file, it lets nobody begin the WAL
 *   anew, and lets nobody move commits later than its own beginning;
 * - begun when the main file held everything, it lets nobody change the main file, and the next
 *   commit may begin the WAL anew.
 *
 * So commits that are not yet in the backup cannot be thrown away, by whatever process.
 */
export class Guard {
  readonly #connection: Database.Database;

  constructor(file: string) {
    this.#connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
  }

  /** Begins again from what is committed now. */
  renew(): void {
    this.release();
    this.#connection.exec('begin');
    this.#connection.prepare('select 1 from sqlite_schema').get();
  }

  release(): void {
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
  }

  close(): void {
    this.#connection.close();
  }
}
