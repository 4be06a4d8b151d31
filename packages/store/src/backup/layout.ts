import { join } from 'node:path';

/**
 * How a backup folder is laid out:
 *
 *     generations/000001/             an unbroken chain of commits
 *       generation.json               what the chain began from
 *       snapshot-00000003-000000000000.sqlite   the database as at an epoch and an offset in it
 *       snapshot-00000003-000000000000.json     its checksum and its time; written last
 *       00000004.wal                  one epoch: the WAL from one beginning to the next, byte for byte
 *       00000004.moments              one line for each shipment of it: time, offset, checksum
 *
 * So a database can be put together by hand as well: copy a snapshot, lay the WAL of each later
 * epoch beside it in turn (`<copy>-wal`), and open and close it with any SQLite.
 */
export const generationsIn = (folder: string): string => join(folder, 'generations');

export const generationPath = (folder: string, number: number): string =>
  join(generationsIn(folder), padded(number, 6));

export const generationFile = (directory: string): string => join(directory, 'generation.json');

export const epochWal = (directory: string, epoch: number): string =>
  join(directory, `${padded(epoch, 8)}.wal`);

export const epochMoments = (directory: string, epoch: number): string =>
  join(directory, `${padded(epoch, 8)}.moments`);

export const snapshotFile = (directory: string, epoch: number, offset: number): string =>
  join(directory, `snapshot-${padded(epoch, 8)}-${padded(offset, 12)}.sqlite`);

export const snapshotRecord = (directory: string, epoch: number, offset: number): string =>
  join(directory, `snapshot-${padded(epoch, 8)}-${padded(offset, 12)}.json`);

/** The number of a generation's folder, or null where the name is none. */
export const generationNumber = (name: string): number | null =>
  /^\d{6,}$/.test(name) ? Number(name) : null;

/** The number of the epoch that a file belongs to, or null where the name is none. */
export function epochNumber(name: string): number | null {
  const digits = /^(\d{8,})\.(?:wal|moments)$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const isSnapshot = (name: string): boolean =>
  /^snapshot-.*\.sqlite(?:\.partial)?$/.test(name);

export const isSnapshotRecord = (name: string): boolean => /^snapshot-\d+-\d+\.json$/.test(name);

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
