import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Epoch, readWhole, type WholeGeneration } from './catalogue.ts';
import { isMissing } from './errors.ts';
import { epochWal, snapshotFile } from './layout.ts';
import { pointsOf } from './points.ts';
import { lookAhead, openWal, readHeader } from './wal-file.ts';
import type { Place } from './wal-format.ts';

export interface BackupProblem {
  file: string;
  /** What is wrong with it, as a sentence. */
  problem: string;
}

export interface Verified {
  problems: BackupProblem[];
  /** Bytes read. */
  bytes: number;
  moments: number;
}

export interface ListedBackup {
  generation: number;
  /** The first and the last moment that can be restored. */
  from: Date;
  to: Date;
  snapshots: Date[];
  bytes: number;
}

/** The generations that can be restored, in order. Files are not read through: see `verifyBackup`. */
export async function listBackups(folder: string): Promise<ListedBackup[]> {
  const generations = await readWhole(folder);
  return generations.flatMap((generation) => {
    const points = pointsOf(generation);
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    const { number, snapshots, epochs } = generation;
    const bytes = [...snapshots.map((one) => one.bytes), ...epochs.map((one) => one.walBytes ?? 0)];
    return {
      generation: number,
      from: new Date(first.at),
      to: new Date(last.at),
      snapshots: snapshots.map(({ at }) => new Date(at)),
      bytes: bytes.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** Reads the whole backup and tells what is missing or is no longer what was written. */
export async function verifyBackup(folder: string): Promise<Verified> {
  const verified: Verified = { problems: [], bytes: 0, moments: 0 };
  for (const generation of await readWhole(folder)) {
    for (const name of generation.unreadable) {
      const file = join(generation.directory, name);
      verified.problems.push({ file, problem: 'the record of a snapshot cannot be read' });
    }
    await verifySnapshots(generation, verified);
    await verifyEpochs(generation, verified);
  }
  return verified;
}

async function verifySnapshots(generation: WholeGeneration, verified: Verified): Promise<void> {
  for (const { epoch, offset, sha256 } of generation.snapshots) {
    const file = snapshotFile(generation.directory, epoch, offset);
    const hash = createHash('sha256');
    try {
      const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 1024 * 1024 });
      for await (const chunk of chunks) {
        hash.update(chunk);
        verified.bytes += chunk.length;
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
      verified.problems.push({ file, problem: 'the snapshot is missing' });
      continue;
    }
    if (hash.digest('hex') !== sha256) {
      verified.problems.push({ file, problem: 'the snapshot is not what was written' });
    }
  }
}

async function verifyEpochs(generation: WholeGeneration, verified: Verified): Promise<void> {
  const { epochs, snapshots, directory } = generation;
  const last = epochs.findLast(({ moments }) => moments.length > 0)?.number ?? 0;
  const first = Math.max(1, snapshots[0]?.epoch ?? 1);
  for (let number = first; number <= last; number += 1) {
    const epoch = epochs.find((candidate) => candidate.number === number);
    const file = epochWal(directory, number);
    const problem = epoch
      ? await epochProblem(file, epoch, number === last, verified)
      : 'it is missing';
    if (problem !== null) verified.problems.push({ file, problem });
  }
}

async function epochProblem(
  file: string,
  epoch: Epoch,
  isLast: boolean,
  verified: Verified,
): Promise<string | null> {
  verified.moments += epoch.moments.length;
  const end = epoch.moments.at(-1);
  if (epoch.damaged) return 'its list of moments is damaged';
  if (epoch.walBytes === null) return 'it is missing';
  if (!end) return 'its list of moments is missing';
  if (!isLast && end.settled === null) return 'its end is missing';
  const wal = await openWal(file);
  const header = wal && (await readHeader(wal));
  if (!wal || !header) return 'it does not begin as a WAL does';
  try {
    verified.bytes += epoch.walBytes;
    let place: Place = header.start;
    for (const moment of epoch.moments) {
      place = await lookAhead(wal, header.format, place, moment.offset);
      const [first, second] = place.chain;
      if (
        place.offset !== moment.offset ||
        first !== moment.chain[0] ||
        second !== moment.chain[1]
      ) {
        return `it is torn or not what was written from byte ${place.offset} on`;
      }
    }
    return null;
  } finally {
    await wal.close();
  }
}
