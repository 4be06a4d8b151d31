import { readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { openToWrite } from './durable.ts';
import { BackupError, isMissing } from './errors.ts';
import { epochMoments, epochWal } from './layout.ts';
import type { Progress } from './progress.ts';
import { type Moment, readMoment, writeRecord } from './records.ts';
import { openWal, readHeader } from './wal-file.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Where the bytes to ship come from. */
export type Source = { wal: string } | { bytes: Buffer };

/**
 * Adds what is seen and not yet shipped to the epoch's file, and a line that tells when. The line
 * is written once the bytes are durable, so what a line speaks of is in the backup. Null where the
 * WAL began anew meanwhile, or the backup has lost what was already there: the chain is broken.
 */
export async function ship(
  progress: Progress,
  source: Source,
  at: number,
): Promise<Progress | null> {
  const { directory, epoch, shipped, seen, settled } = progress;
  const copy = await openToWrite(epochWal(directory, epoch));
  try {
    if ((await copy.stat()).size < shipped.offset) return null;
    await copy.truncate(shipped.offset);
    if ('bytes' in source) await writeAll(copy, source.bytes, shipped.offset);
    else if (!(await copyRange(source.wal, copy, progress))) return null;
    await copy.datasync();
  } finally {
    await copy.close();
  }
  const line = Buffer.from(writeRecord({ at, ...seen, settled }));
  const moments = await openToWrite(epochMoments(directory, epoch));
  try {
    if ((await moments.stat()).size < progress.momentsBytes) return null;
    await moments.truncate(progress.momentsBytes);
    await writeAll(moments, line, progress.momentsBytes);
    await moments.datasync();
  } finally {
    await moments.close();
  }
  return { ...progress, shipped: seen, momentsBytes: progress.momentsBytes + line.length };
}

/** Copies the bytes seen and not shipped; false where the WAL has begun anew under the copy. */
async function copyRange(path: string, copy: FileHandle, progress: Progress): Promise<boolean> {
  const wal = await openWal(path);
  if (!wal) return false;
  try {
    const end = progress.seen.offset;
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - progress.shipped.offset));
    for (let at = progress.shipped.offset; at < end;) {
      const { bytesRead } = await wal.read(buffer, 0, Math.min(buffer.length, end - at), at);
      if (bytesRead === 0) return false;
      await writeAll(copy, buffer.subarray(0, bytesRead), at);
      at += bytesRead;
    }
    return (await readHeader(wal))?.format.salts === progress.format?.salts;
  } finally {
    await wal.close();
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const left = bytes.length - done;
    const { bytesWritten } = await file.write(bytes, done, left, position + done);
    if (bytesWritten === 0) throw new BackupError('unavailable', 'the backup took no more bytes');
    done += bytesWritten;
  }
}

/**
 * The shipments of an epoch, in order, and the bytes that their whole lines take. A torn last line
 * (no end of line) is left out; `damaged` tells of a whole line that cannot be read.
 */
export async function readMoments(
  directory: string,
  epoch: number,
): Promise<{ moments: Moment[]; bytes: number; damaged: boolean }> {
  let text: string;
  try {
    text = await readFile(epochMoments(directory, epoch), 'utf8');
  } catch (error) {
    if (isMissing(error)) return { moments: [], bytes: 0, damaged: false };
    throw error;
  }
  const lines = text.split('\n').slice(0, -1);
  const moments = lines.map(readMoment).filter((moment) => moment !== null);
  const damaged = moments.length < lines.length;
  return { moments, bytes: text.lastIndexOf('\n') + 1, damaged };
}
