import { execFile } from 'node:child_process';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { syncFolder, writeWhole } from './durable.ts';
import { BackupError } from './errors.ts';
import { isSnapshot, snapshotFile, snapshotRecord } from './layout.ts';
import { type Progress, stampOf } from './progress.ts';
import { readSnapshotRecord, type SnapshotRecord, writeRecord } from './records.ts';

const run = promisify(execFile);
const copyProgram = fileURLToPath(new URL('./copy-main.ts', import.meta.url));

/**
 * Copies the main file, which holds everything up to the settled `progress`, while commits go on
 * into the WAL. The record is written last: without it there is no snapshot. Where nothing has been
 * committed since a snapshot, that one is given.
 */
export async function takeSnapshot(
  file: string,
  progress: Progress,
  at: number,
  signal: AbortSignal,
): Promise<SnapshotRecord> {
  const { directory, epoch } = progress;
  const offset = epoch === 0 ? 0 : progress.seen.offset;
  const target = snapshotFile(directory, epoch, offset);
  const partial = `${target}.partial`;
  const already = await readFile(snapshotRecord(directory, epoch, offset), 'utf8').then(
    readSnapshotRecord,
    () => null,
  );
  if (already) return already;
  try {
    await removeUnfinished(directory);
    const { stdout } = await run(process.execPath, [copyProgram, file, partial], { signal });
    if ((await stampOf(file)) !== progress.settled) {
      throw new BackupError('unavailable', 'the database file was changed while it was copied');
    }
    const { bytes, sha256 } = readCopied(stdout);
    const record = { epoch, offset, at, bytes, sha256 };
    await rename(partial, target);
    await syncFolder(directory);
    await writeWhole(snapshotRecord(directory, epoch, offset), writeRecord(record));
    return record;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes what a crash left behind: copies without a record are never read. */
async function removeUnfinished(directory: string): Promise<void> {
  const names = await readdir(directory);
  for (const name of names.filter(isSnapshot)) {
    const record = name.replace(/\.sqlite(?:\.partial)?$/, '.json');
    if (!names.includes(record)) await rm(join(directory, name), { force: true });
  }
}

function readCopied(text: string): { bytes: number; sha256: string } {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'bytes' in value && 'sha256' in value) {
    const { bytes, sha256 } = value;
    if (typeof bytes === 'number' && typeof sha256 === 'string') return { bytes, sha256 };
  }
  throw new BackupError('unavailable', 'the copy of the database did not say what it copied');
}
