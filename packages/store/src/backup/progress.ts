import { type BigIntStats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { frameCount, type Place, type WalFormat } from './wal-format.ts';
import { holds, lookAhead, openWal, readHeader } from './wal-file.ts';

/** How far a generation has come; a value, never changed in place. */
export interface Progress {
  generation: number;
  /** The folder of the generation. */
  directory: string;
  /** The epoch whose file is being written; 0 before the first commit of the generation. */
  epoch: number;
  /** The WAL of that epoch; null where the generation began without one. */
  format: WalFormat | null;
  /** The bytes of this epoch's list of moments. */
  momentsBytes: number;
  /** Everything before is in the backup. */
  shipped: Place;
  /** Everything before is known to be committed. */
  seen: Place;
  /**
   * The stamp of the main file from when it held everything up to `seen`. While the file bears
   * it, nobody else has moved commits there, so a WAL that begins anew continues this epoch.
   */
  settled: string | null;
}

/** Changes whenever the main file does. It is not opened: see `openWal` for why. */
export function stampNow(file: string): string {
  return asStamp(statSync(file, { bigint: true }));
}

export async function stampOf(file: string): Promise<string> {
  return asStamp(await stat(file, { bigint: true }));
}

function asStamp({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}:${size}:${mtimeNs}:${ctimeNs}`;
}

/**
 * Looks for commits after those seen, in this epoch's WAL or in the one begun after it.
 * Null where the WAL on disk does not continue what was seen.
 */
export async function lookForCommits(file: string, progress: Progress): Promise<Progress | null> {
  const wal = await openWal(`${file}-wal`);
  try {
    const header = wal && (await readHeader(wal));
    if (wal && header && header.format.salts === progress.format?.salts) {
      return advanced(progress, await lookAhead(wal, header.format, progress.seen));
    }
    if (progress.settled === null || progress.settled !== (await stampOf(file))) return null;
    if (!wal || !header) return progress;
    const seen = await lookAhead(wal, header.format, header.start);
    if (frameCount(header.format, seen.offset) === 0) return progress;
    return {
      ...progress,
      epoch: progress.epoch + 1,
      format: header.format,
      momentsBytes: 0,
      shipped: { ...header.start, offset: 0 },
      seen,
      settled: null,
    };
  } finally {
    await wal?.close();
  }
}

function advanced(progress: Progress, seen: Place): Progress {
  if (seen.offset === progress.seen.offset) return progress;
  if (progress.epoch > 0) return { ...progress, seen, settled: null };
  // The generation began while a reader kept this WAL from beginning anew. An epoch is shipped
  // from its beginning: applying commits again that the snapshot holds already changes nothing.
  const shipped = { ...progress.shipped, offset: 0 };
  return { ...progress, epoch: 1, momentsBytes: 0, shipped, seen, settled: null };
}

/** Whether the WAL on disk still is the one that `progress` came from, or the one after it. */
export async function continues(file: string, progress: Progress): Promise<boolean> {
  const wal = await openWal(`${file}-wal`);
  try {
    const header = wal && (await readHeader(wal));
    if (wal && header && header.format.salts === progress.format?.salts) {
      return await holds(wal, header.format, progress.seen);
    }
  } finally {
    await wal?.close();
  }
  return progress.settled !== null && progress.settled === (await stampOf(file));
}
