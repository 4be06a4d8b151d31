import { readGeneration } from './catalogue.ts';
import { BackupError, isMissing } from './errors.ts';
import { Guard } from './guard.ts';
import type { BackupOptions, BackupState } from './options.ts';
import { removeOld } from './retention.ts';
import { Shipper } from './shipper.ts';
import { takeSnapshot } from './snapshot.ts';

/** After a failed copy, or a reader in the way, so much is waited before it is tried again. */
const RETRY_MS = 30_000;
/** A backup disk that does not answer must not keep the server from stopping. */
const MOST_STOP_MS = 10_000;

export interface Backup {
  state(): BackupState;
  /**
   * Resolves once all that is committed by now can be restored. Rejects with `BackupError` where
   * the backup cannot be written.
   */
  flush(): Promise<void>;
  /** Copies the whole database anew and waits for it; commits go on meanwhile. */
  snapshot(): Promise<void>;
  /** Ships what is left, for at most ten seconds. To be called before the connection is closed. */
  stop(): Promise<void>;
}

/**
 * Keeps a continuous backup of a database in WAL mode: copies of the whole, and every commit
 * since. Nothing that happens to the backup disturbs the database; `state` tells of it.
 */
export function startBackup(options: BackupOptions): Backup {
  const { file, folder, clock, log, everyMs, snapshotEveryMs, keepMs, mostWalBytes } = options;
  // From now on only the shipper may let the WAL begin anew.
  options.connection.pragma('wal_autocheckpoint = 0');
  const guard = new Guard(file);
  const shipper = new Shipper(options, guard);
  const stopping = new AbortController();
  let lastShippedAt: Date | null = null;
  let lastSnapshot: { generation: number; at: Date } | null = null;
  let lastError: string | null = null;
  let copying: Promise<void> | null = null;
  let copyError: string | null = null;
  let retryAtMs = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** No two steps at once: each begins when those before it have ended. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = queue.then(step);
    queue = result.catch(() => undefined);
    return result;
  }

  async function step(): Promise<void> {
    try {
      await shipper.advance();
      if (!copying) await tidy();
      if (hasSnapshot()) lastShippedAt = shipper.shippedAt;
      if (lastError !== null) log.info({ folder }, 'the backup advances again');
      lastError = null;
    } catch (error) {
      const reason = sentence(error, folder);
      if (reason !== lastError) log.error({ folder, err: error }, `no backup: ${reason}`);
      lastError = reason;
      shipper.giveUpIfTooLarge();
      throw new BackupError('unavailable', reason, { cause: error });
    }
  }

  function hasSnapshot(): boolean {
    return shipper.progress !== null && lastSnapshot?.generation === shipper.progress.generation;
  }

  /** Copies the database where that is due, and lets the WAL begin anew where it is large. */
  async function tidy(): Promise<void> {
    await findLastSnapshot();
    const sinceMs = lastSnapshot ? clock().getTime() - lastSnapshot.at.getTime() : Infinity;
    // A clock that was set back must not put the next copy off.
    const isDue = !hasSnapshot() || sinceMs >= snapshotEveryMs || sinceMs < 0;
    if (!isDue && shipper.walBytes() <= mostWalBytes) return;
    if (performance.now() < retryAtMs) return;
    if (!(await shipper.settle())) retryAtMs = performance.now() + Math.min(RETRY_MS, 5 * everyMs);
    else if (isDue) beginCopy();
  }

  async function findLastSnapshot(): Promise<void> {
    if (!shipper.progress || hasSnapshot()) return;
    const found = await readGeneration(folder, shipper.progress.generation);
    const at = found?.snapshots.at(-1)?.at;
    if (found && at !== undefined) lastSnapshot = { generation: found.number, at: new Date(at) };
  }

  function beginCopy(): void {
    const { progress } = shipper;
    if (!progress) return;
    const at = clock();
    copying = takeSnapshot(file, progress, at.getTime(), stopping.signal)
      .then(async ({ bytes }) => {
        lastSnapshot = { generation: progress.generation, at };
        copyError = null;
        log.info({ generation: progress.generation, bytes }, 'the database was copied');
        const removed = await removeOld(folder, new Date(clock().getTime() - keepMs));
        if (removed > 0) log.info({ removed }, 'old backups were removed');
      })
      .catch((error: unknown) => {
        retryAtMs = performance.now() + RETRY_MS;
        copyError = `the database could not be copied: ${sentence(error, folder)}`;
        if (!stopping.signal.aborted) log.error({ folder, err: error }, copyError);
      })
      .finally(() => {
        copying = null;
      });
  }

  async function flush(): Promise<void> {
    await inTurn(() => {
      // Who asks now is not made to wait for a reader that may have gone since.
      retryAtMs = 0;
      return step();
    });
    if (!hasSnapshot()) await copying;
    if (!hasSnapshot()) {
      throw new BackupError('unavailable', copyError ?? 'the database is not copied yet');
    }
    lastShippedAt = shipper.shippedAt;
  }

  async function snapshot(): Promise<void> {
    await copying;
    await inTurn(async () => {
      await step();
      if (copying) return;
      if (await shipper.settle()) beginCopy();
      else copyError = 'a long read keeps the database from being copied';
    });
    await copying;
    if (copyError !== null) throw new BackupError('unavailable', copyError);
  }

  async function stop(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    stopping.abort();
    const last = inTurn(async () => {
      await copying;
      await step();
      await shipper.settle();
    }).catch((error: unknown) => log.warn({ err: error }, 'stopped without the last backup'));
    const limit = new Promise<void>((resolve) => setTimeout(resolve, MOST_STOP_MS).unref());
    await Promise.race([last, limit]);
    guard.close();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      const ended = (): void => {
        if (timer) schedule();
      };
      inTurn(step).then(ended, ended);
    }, everyMs).unref();
  }

  schedule();
  inTurn(step).catch(() => undefined);
  return {
    state: () => ({
      lastShippedAt,
      lagBytes: shipper.lagBytes(),
      generation: shipper.progress?.generation ?? null,
      lastSnapshotAt: lastSnapshot?.at ?? null,
      lastError: lastError ?? copyError,
    }),
    flush,
    snapshot,
    stop,
  };
}

function sentence(error: unknown, folder: string): string {
  if (isMissing(error)) {
    return `${folder} or what was in it is missing: put it back, or restart to begin anew there`;
  }
  return error instanceof Error ? error.message : String(error);
}
