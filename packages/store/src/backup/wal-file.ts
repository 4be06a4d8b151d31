import { openSync, closeSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isMissing } from './errors.ts';
import {
  frameBytes,
  frameEndsAt,
  FrameFollower,
  type Place,
  readWalHeader,
  type WalFormat,
  walHeaderBytes,
} from './wal-format.ts';

/**
 * So much is read and checked in one go. It grows while there is more: the checksums of the most
 * take a few milliseconds of the thread, and a busy thread is not asked for a turn too often.
 */
const FIRST_CHUNK_BYTES = 64 * 1024;
const MOST_CHUNK_BYTES = 1024 * 1024;

/**
 * Opens a WAL for reading; null where there is none. Opening and closing the main file so would
 * drop the locks that the engine holds on it for this process (POSIX locks belong to the process
 * and end with any closing of the file); the engine locks nothing in the WAL.
 */
export async function openWal(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The header of an open WAL; null where it has none, or a torn one. */
export async function readHeader(
  wal: FileHandle,
): Promise<{ format: WalFormat; start: Place } | null> {
  const { buffer, bytesRead } = await wal.read(Buffer.alloc(walHeaderBytes), 0, walHeaderBytes, 0);
  return readWalHeader(buffer.subarray(0, bytesRead));
}

/** Where the last whole commit ends that follows `from` without a break, at most at `until`. */
export async function lookAhead(
  wal: FileHandle,
  format: WalFormat,
  from: Place,
  until = Infinity,
): Promise<Place> {
  const follower = new FrameFollower(format, from);
  const size = frameBytes(format);
  let buffer = Buffer.allocUnsafe(Math.max(1, Math.floor(FIRST_CHUNK_BYTES / size)) * size);
  for (let at = from.offset; ;) {
    const wanted = Math.min(buffer.length, until - at);
    const { bytesRead } = await wal.read(buffer, 0, wanted, at);
    const continues = follower.take(buffer.subarray(0, bytesRead - (bytesRead % size)));
    if (!continues || bytesRead < buffer.length) return follower.committed;
    at += buffer.length;
    if (buffer.length < MOST_CHUNK_BYTES) buffer = Buffer.allocUnsafe(buffer.length * 4);
  }
}

/** Whether the WAL still holds, just before `place`, the frame that `place` was reached by. */
export async function holds(wal: FileHandle, format: WalFormat, place: Place): Promise<boolean> {
  if (place.offset <= walHeaderBytes) return true;
  const { buffer, bytesRead } = await wal.read(
    Buffer.alloc(24),
    0,
    24,
    place.offset - frameBytes(format),
  );
  return frameEndsAt(buffer.subarray(0, bytesRead), format, place);
}

/**
 * The commits of the WAL after `from`, read at once: for a turn in which no other commit of this
 * process may come between. Null where the WAL has begun again, or there is more than `mostBytes`.
 */
export function takeRest(
  path: string,
  format: WalFormat,
  from: Place,
  mostBytes: number,
): { end: Place; bytes: Buffer } | null {
  const wal = openSync(path, 'r');
  try {
    const header = Buffer.alloc(walHeaderBytes);
    readSync(wal, header, 0, walHeaderBytes, 0);
    if (readWalHeader(header)?.format.salts !== format.salts) return null;
    const size = frameBytes(format);
    const buffer = Buffer.allocUnsafe(Math.ceil(mostBytes / size) * size);
    const bytesRead = readSync(wal, buffer, 0, buffer.length, from.offset);
    const follower = new FrameFollower(format, from);
    const continues = follower.take(buffer.subarray(0, bytesRead - (bytesRead % size)));
    if (continues && bytesRead === buffer.length) return null;
    const end = follower.committed;
    return { end, bytes: buffer.subarray(0, end.offset - from.offset) };
  } finally {
    closeSync(wal);
  }
}
