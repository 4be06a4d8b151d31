import { crc32 } from 'node:zlib';
import type { Chain, Place, WalFormat } from './wal-format.ts';

/** One shipment: what was committed up to `offset` of the epoch's WAL was in the backup. */
export interface Moment extends Place {
  /** Clock time in milliseconds. Order is that of the lines, as clocks may be set back. */
  at: number;
  /** The stamp of the main file, where it then held everything up to here. */
  settled: string | null;
}

/** A whole copy of the database as at an offset of an epoch. */
export interface SnapshotRecord {
  epoch: number;
  offset: number;
  at: number;
  bytes: number;
  sha256: string;
}

/** What a generation began from: the main file alone, and the WAL that was already in it. */
export interface GenerationRecord {
  version: 1;
  at: number;
  settled: string;
  wal: { format: WalFormat; place: Place } | null;
}

/** A record as one line that carries its own checksum, so that rot in it is told. */
export function writeRecord(record: Moment | SnapshotRecord | GenerationRecord): string {
  const text = JSON.stringify(record);
  return `${text} ${checksum(text)}\n`;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** Reads a line of an epoch's moments; null where it is torn or not one. */
export function readMoment(line: string): Moment | null {
  const value = parsed(line);
  const place = readPlace(value);
  if (!place || !isRecord(value) || !isCount(value.at)) return null;
  const { settled } = value;
  if (settled !== null && typeof settled !== 'string') return null;
  return { at: value.at, ...place, settled };
}

export function readSnapshotRecord(text: string): SnapshotRecord | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { epoch, offset, at, bytes, sha256 } = value;
  if (!isCount(epoch) || !isCount(offset) || !isCount(at) || !isCount(bytes)) return null;
  return typeof sha256 === 'string' ? { epoch, offset, at, bytes, sha256 } : null;
}

/** Reads `generation.json`; a version that this code does not know is told apart from a torn file. */
export function readGenerationRecord(text: string): GenerationRecord | 'unknown-format' | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { version, at, settled, wal } = value;
  if (version !== 1) return typeof version === 'number' ? 'unknown-format' : null;
  if (!isCount(at) || typeof settled !== 'string') return null;
  if (wal === null) return { version, at, settled, wal };
  if (!isRecord(wal)) return null;
  const format = readFormat(wal.format);
  const place = readPlace(wal.place);
  return format && place ? { version, at, settled, wal: { format, place } } : null;
}

function readFormat(value: unknown): WalFormat | null {
  if (!isRecord(value)) return null;
  const { pageSizeBytes, salts, littleEndian } = value;
  if (!isCount(pageSizeBytes) || typeof salts !== 'string') return null;
  return typeof littleEndian === 'boolean' ? { pageSizeBytes, salts, littleEndian } : null;
}

function readPlace(value: unknown): Place | null {
  if (!isRecord(value) || !isCount(value.offset)) return null;
  const chain = readChain(value.chain);
  return chain && { offset: value.offset, chain };
}

function readChain(value: unknown): Chain | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [first, second]: unknown[] = value;
  return isCount(first) && isCount(second) ? [first, second] : null;
}

function parsed(text: string): unknown {
  const [, json, sum] = /^(.*) ([0-9a-f]{8})\n?$/.exec(text) ?? [];
  if (json === undefined || checksum(json) !== sum) return null;
  const value: unknown = JSON.parse(json);
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
