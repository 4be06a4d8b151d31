import { statSync } from 'node:fs';
import { checkpointAside } from './checkpoint-aside.ts';
import { makeFolder } from './durable.ts';
import { ship } from './epoch-file.ts';
import { BackupError } from './errors.ts';
import { beginGeneration, resumeGeneration } from './generation.ts';
import type { Guard } from './guard.ts';
import type { BackupOptions } from './options.ts';
import { lookForCommits, type Progress, stampOf } from './progress.ts';
import { settle } from './settle.ts';
import { walHeaderBytes } from './wal-format.ts';

/**
 * While commits go on, each round of shipping leaves less to do, until what is left can be taken
 * in one turn. Where they come too fast for that, a longer turn is put up with.
 */
const MOST_ROUNDS = 5;
const FIRST_REST_BYTES = 1024 * 1024;

/**
 * Carries commits from the WAL into the backup, one step at a time: no two of its methods may run
 * at once. It alone decides when the WAL may begin anew.
 */
export class Shipper {
  progress: Progress | null = null;
  /** When everything then committed was in the backup. */
  shippedAt: Date | null = null;
  readonly #options: BackupOptions;
  readonly #guard: Guard;
  /** Commits taken from a WAL that may have begun anew since: they are nowhere else to be read. */
  #rest: Buffer | null = null;
  #hasEntered = false;

  constructor(options: BackupOptions, guard: Guard) {
    this.#options = options;
    this.#guard = guard;
  }

  /** Ships what has been committed; begins a generation where none can be continued. */
  async advance(): Promise<void> {
    const { file, clock, log } = this.#options;
    await this.#shipRest();
    const known = this.progress ?? (await this.#enter());
    const looked = await lookForCommits(file, known);
    // The clock is read once the commits are seen: a moment never holds a later commit.
    const at = clock();
    if (!looked) {
      log.warn({ generation: known.generation }, 'the backup cannot be continued: beginning anew');
      this.giveUp();
      await this.#enter();
      this.shippedAt = clock();
      return;
    }
    this.progress = looked;
    if (looked.seen.offset > looked.shipped.offset) {
      this.progress = await this.#ship(looked, at);
    }
    this.shippedAt = at;
  }

  /**
   * Brings everything into the main file and the backup, so that the WAL may begin anew and the
   * main file can be copied. False where a reader prevents it for now.
   */
  async settle(): Promise<boolean> {
    const { connection, file, clock } = this.#options;
    if (!this.progress) return false;
    const { settled } = this.progress;
    if (settled !== null && settled === (await stampOf(file))) return true;
    // The file was put there anew since (its folder was moved, say): it is settled once more.
    this.progress = { ...this.progress, settled: null };
    this.#guard.renew();
    await this.advance();
    await checkpointAside(file, this.walBytes());
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.advance();
      if (!this.progress) return false;
      this.#guard.release();
      const done = settle(connection, file, this.progress, FIRST_REST_BYTES * 2 ** round);
      const at = clock();
      this.#guard.renew();
      if (!done) continue;
      this.progress = done.progress;
      this.#rest = done.rest;
      await this.#shipRest(at);
      return true;
    }
    return false;
  }

  /** Bytes of the WAL that have not been moved into the main file. */
  walBytes(): number {
    const { progress } = this;
    if (!progress || progress.settled !== null) return 0;
    return Math.max(0, progress.seen.offset - walHeaderBytes);
  }

  lagBytes(): number {
    const { progress } = this;
    return progress ? progress.seen.offset - progress.shipped.offset : 0;
  }

  /** Lets the WAL begin anew although the backup does not have it, where it has grown too large. */
  giveUpIfTooLarge(): void {
    const { file, log, mostWaitingWalBytes } = this.#options;
    const wal = statSync(`${file}-wal`, { throwIfNoEntry: false });
    if (!this.progress || !wal || wal.size <= mostWaitingWalBytes) return;
    log.error({ walBytes: wal.size }, 'the backup has been away for too long: its chain ends here');
    this.giveUp();
  }

  /** Ends the generation and leaves checkpoints to the engine until another can be begun. */
  giveUp(): void {
    this.progress = null;
    this.#rest = null;
    this.#guard.release();
    this.#options.connection.pragma('wal_autocheckpoint = 1000');
  }

  async #enter(): Promise<Progress> {
    const { connection, file, folder, clock, log, mostWalBytes } = this.#options;
    // Later on, a folder that is away must not be made anew where its disk is no longer mounted.
    if (!this.#hasEntered) await makeFolder(folder);
    const resumed = this.#hasEntered ? null : await resumeGeneration(folder, file);
    const begun =
      resumed ?? (await beginGeneration(connection, this.#guard, file, folder, clock().getTime()));
    if (!begun) throw new BackupError('unavailable', 'a long read keeps a backup from beginning');
    this.#hasEntered = true;
    connection.pragma('wal_autocheckpoint = 0');
    this.#guard.renew();
    connection.pragma(`journal_size_limit = ${mostWalBytes}`);
    this.progress = begun;
    const how = resumed ? 'the backup goes on' : 'the backup begins a new generation';
    log.info({ generation: begun.generation }, how);
    return begun;
  }

  async #shipRest(at = this.#options.clock()): Promise<void> {
    if (!this.#rest || !this.progress) return;
    const { progress } = this;
    // A generation that began with a settled database has no epoch to write to yet.
    if (progress.epoch === 0) this.progress = { ...progress, shipped: progress.seen };
    else this.progress = await this.#ship(progress, at, this.#rest);
    this.#rest = null;
  }

  async #ship(progress: Progress, at: Date, bytes?: Buffer): Promise<Progress> {
    const source = bytes ? { bytes } : { wal: `${this.#options.file}-wal` };
    const shipped = await ship(progress, source, at.getTime());
    if (shipped) return shipped;
    this.giveUp();
    throw new BackupError('unavailable', 'the backup has lost what was shipped: beginning anew');
  }
}
