import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { fileMode, syncFolder } from './durable.ts';
import { BackupError, isMissing } from './errors.ts';
import { snapshotFile } from './layout.ts';
import { planRestore, type Step } from './plan.ts';
import type { SnapshotRecord } from './records.ts';
import { moveCommits } from './settle.ts';
import { lookAhead, openWal, readHeader } from './wal-file.ts';
import { frameCount } from './wal-format.ts';

export interface Restored {
  /** The moment that the database is as at: the last one shipped that is not after the one asked. */
  at: Date;
  generation: number;
  /** Bytes of the snapshot and of the commits that were applied to it. */
  bytes: number;
}

/**
 * Builds the database as at a moment (null for the last one) in a new file, and checks it. It
 * keeps the thread busy: for a command, not for a running server. Throws `BackupError`; then
 * there is no file.
 */
export async function restoreBackup(options: {
  folder: string;
  to: Date | null;
  target: string;
}): Promise<Restored> {
  const { folder, to, target } = options;
  const taken = ['', '-wal', '-shm', '-journal'].map((end) => target + end).find(existsSync);
  if (taken !== undefined) {
    throw new BackupError(
      'target-exists',
      `${taken} is there already: choose another file, or move it`,
    );
  }
  const { point, ways } = await planRestore(folder, to);
  const partial = `${target}.restoring`;
  try {
    let problem: unknown;
    for (const { snapshot, steps } of ways) {
      await removeDatabase(partial);
      try {
        await copyChecked(
          snapshotFile(point.generation.directory, snapshot.epoch, snapshot.offset),
          snapshot,
          partial,
        );
      } catch (error) {
        // An older snapshot comes to the same moment: only with more commits to apply.
        problem = error;
        continue;
      }
      let bytes = snapshot.bytes;
      for (const step of steps) bytes += await apply(partial, step);
      await checkDatabase(partial);
      await rename(partial, target);
      await syncFolder(dirname(target));
      return { at: new Date(point.at), generation: point.generation.number, bytes };
    }
    throw problem;
  } finally {
    await removeDatabase(partial);
  }
}

/** Copies a snapshot and makes sure that it is what was once written. */
async function copyChecked(from: string, record: SnapshotRecord, to: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(from, { highWaterMark: 1024 * 1024 }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(to, { mode: fileMode }),
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new BackupError('damaged', `${from} is missing`, { cause: error });
  }
  if (hash.digest('hex') !== record.sha256) {
    throw new BackupError('damaged', `${from} is not what was written: its disk may be failing`);
  }
}

/** Lays an epoch's WAL beside the database and lets the engine recover it. */
async function apply(database: string, { wal, epoch, until }: Step): Promise<number> {
  const source = await openWal(wal);
  if (!source) throw new BackupError('damaged', `${wal} is missing`);
  try {
    const header = await readHeader(source);
    if (!header) {
      // A crash between the making of an epoch's file and its first bytes: nothing was promised.
      if (epoch.moments.length === 0) return 0;
      throw new BackupError('damaged', `${wal} does not begin as it was written`);
    }
    const { format, start } = header;
    const good = await lookAhead(source, format, start);
    const end = until === 'end' ? good.offset : until;
    // A file cut short by a crash is used up to its last whole commit; one whose bytes are other
    // than those once written is refused.
    const size = epoch.walBytes ?? 0;
    const wholeMoment = epoch.moments.findLast(({ offset }) => offset <= size)?.offset ?? 0;
    if (good.offset < (until === 'end' ? wholeMoment : end)) {
      const last = epoch.moments.findLast(({ offset }) => offset <= good.offset);
      const choice = last
        ? `restore to ${new Date(last.at).toISOString()}`
        : 'restore to an earlier moment';
      throw new BackupError(
        'damaged',
        `${wal} is not what was written from byte ${good.offset} on: ${choice}`,
      );
    }
    await writeFile(`${database}-wal`, createReadStream(wal, { end: end - 1 }), { mode: fileMode });
    recover(database, frameCount(format, end));
    return end;
  } finally {
    await source.close();
  }
}

function recover(database: string, frames: number): void {
  const connection = new Database(database, { fileMustExist: true });
  try {
    connection.pragma('synchronous = OFF');
    const found = moveCommits(connection);
    if (found.frames !== frames || found.moved !== frames) {
      throw new BackupError('damaged', `the engine found ${found.frames} of ${frames} pages`);
    }
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
}

async function checkDatabase(file: string): Promise<void> {
  const connection = new Database(file, { fileMustExist: true });
  try {
    const integrity: unknown = connection.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') {
      throw new BackupError('damaged', `the restored database is not sound: ${String(integrity)}`);
    }
    const broken: unknown = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new BackupError(
        'damaged',
        `${broken.length} rows of the restored database point nowhere`,
      );
    }
  } finally {
    connection.close();
  }
  const copy = await open(file, 'r+');
  await copy.sync().finally(() => copy.close());
}

async function removeDatabase(file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true });
}
