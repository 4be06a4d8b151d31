import type { Database } from 'better-sqlite3';
import { BackupError } from './errors.ts';
import { type Progress, stampNow } from './progress.ts';
import { frameCount } from './wal-format.ts';
import { takeRest } from './wal-file.ts';

/**
 * In one turn, so that no commit of this process comes between: takes what has been committed
 * since the last look, and moves every commit of the WAL into the main file. The next commit may
 * then begin the WAL anew. What was taken is in the progress as seen, and in `rest`.
 *
 * Null where it did not come to that: a reader holds an older state, another process commits, or
 * more than `mostRestBytes` has come since. Then nothing is lost: a WAL not moved whole does not begin anew.
 */
export function settle(
  connection: Database,
  file: string,
  progress: Progress,
  mostRestBytes: number,
): { progress: Progress; rest: Buffer } | null {
  if (connection.inTransaction || progress.shipped.offset !== progress.seen.offset) return null;
  const { format, seen } = progress;
  const taken = format
    ? takeRest(`${file}-wal`, format, seen, mostRestBytes)
    : { end: seen, bytes: Buffer.alloc(0) };
  if (!taken) return null;
  const { end, bytes } = taken;
  const { frames, moved } = moveCommits(connection);
  if (frames !== moved || frames !== (format ? frameCount(format, end.offset) : 0)) return null;
  const settled = stampNow(file);
  return { progress: { ...progress, seen: end, settled }, rest: bytes };
}

/** Moves what no reader keeps back from the WAL into the main file; waits for nobody. */
export function moveCommits(connection: Database): { frames: number; moved: number } {
  // A PASSIVE checkpoint never calls the busy handler and never throws commits away.
  const result: unknown = connection.pragma('wal_checkpoint(PASSIVE)');
  const row: unknown = Array.isArray(result) ? result[0] : null;
  if (typeof row !== 'object' || row === null || !('log' in row) || !('checkpointed' in row)) {
    throw new BackupError('unavailable', 'the engine did not say what it checkpointed');
  }
  const { log: frames, checkpointed: moved } = row;
  if (typeof frames !== 'number' || typeof moved !== 'number' || frames < 0) {
    throw new BackupError('unavailable', 'backups need the database in WAL mode');
  }
  return { frames, moved };
}
