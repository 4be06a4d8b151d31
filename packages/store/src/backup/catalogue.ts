import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readMoments } from './epoch-file.ts';
import { BackupError, isMissing } from './errors.ts';
import * as layout from './layout.ts';
import {
  type GenerationRecord,
  type Moment,
  readGenerationRecord,
  readSnapshotRecord,
  type SnapshotRecord,
} from './records.ts';

export interface Epoch {
  number: number;
  moments: Moment[];
  /** The bytes of its moments' whole lines. */
  momentsBytes: number;
  /** A line of its moments cannot be read. */
  damaged: boolean;
  /** The bytes of its WAL; null where the file is missing. */
  walBytes: number | null;
}

export interface Generation {
  number: number;
  directory: string;
  record: GenerationRecord;
  /** Whole ones, in order. */
  snapshots: SnapshotRecord[];
  /** In order; one may be missing. */
  epochNumbers: number[];
  /** Names of records that cannot be read. */
  unreadable: string[];
}

/** A generation with every moment of it: for those who restore, not for a running server. */
export interface WholeGeneration extends Generation {
  epochs: Epoch[];
}

/** The numbers of the generations in a backup folder, in order; none where it holds no backup. */
export async function generationNumbers(folder: string): Promise<number[]> {
  const names = await namesIn(layout.generationsIn(folder));
  return inOrder(names.map(layout.generationNumber));
}

/** Every generation of a backup folder, in order. Those that never came to begin are left out. */
export async function readGenerations(folder: string): Promise<Generation[]> {
  const generations: Generation[] = [];
  for (const number of await generationNumbers(folder)) {
    const generation = await readGeneration(folder, number);
    if (generation) generations.push(generation);
  }
  return generations;
}

/** One generation, or null where it has no record (a crash while it began). */
export async function readGeneration(folder: string, number: number): Promise<Generation | null> {
  const directory = layout.generationPath(folder, number);
  const file = layout.generationFile(directory);
  const text = await readIfThere(file);
  if (text === null) return null;
  const record = readGenerationRecord(text);
  if (record === 'unknown-format') {
    throw new BackupError('unknown-format', `${file} was written by a newer version: use that one`);
  }
  if (!record) throw new BackupError('damaged', `${file} is damaged and cannot be read`);
  const names = await namesIn(directory);
  const unreadable: string[] = [];
  const snapshots: SnapshotRecord[] = [];
  for (const name of names.filter(layout.isSnapshotRecord)) {
    const snapshot = readSnapshotRecord(await readFile(join(directory, name), 'utf8'));
    if (snapshot) snapshots.push(snapshot);
    else unreadable.push(name);
  }
  snapshots.sort((a, b) => a.epoch - b.epoch || a.offset - b.offset);
  const epochNumbers = [...new Set(inOrder(names.map(layout.epochNumber)))];
  return { number, directory, record, snapshots, epochNumbers, unreadable };
}

/** Every generation with its moments, in order. */
export async function readWhole(folder: string): Promise<WholeGeneration[]> {
  const whole: WholeGeneration[] = [];
  for (const generation of await readGenerations(folder)) {
    const { directory, epochNumbers } = generation;
    const epochs: Epoch[] = [];
    for (const number of epochNumbers) epochs.push(await readEpoch(directory, number));
    whole.push({ ...generation, epochs });
  }
  return whole;
}

/** One epoch of a generation, with its moments. */
export async function readEpoch(directory: string, number: number): Promise<Epoch> {
  const { moments, bytes, damaged } = await readMoments(directory, number);
  let walBytes: number | null = null;
  try {
    walBytes = (await stat(layout.epochWal(directory, number))).size;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return { number, moments, momentsBytes: bytes, damaged, walBytes };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const inOrder = (numbers: (number | null)[]): number[] =>
  numbers.filter((number) => number !== null).sort((a, b) => a - b);
