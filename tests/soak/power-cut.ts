import type { Random } from '@jalon/measurement';
import type { Deed, FileDeed } from './write-log.ts';

/** What becomes of writes that were not flushed when the power goes. */
export const fates = ['dropped', 'kept', 'some kept', 'torn', 'garbled'] as const;
export type Fate = (typeof fates)[number];

const SECTOR_BYTES = 512;

/** One file: what is surely on the disk, and what was done to it since. */
interface FileOnDisk {
  flushed: Buffer | null;
  pending: Exclude<FileDeed, { kind: 'flush' }>[];
}

/**
 * A disk that keeps what was flushed. Deeds are done to it one after another; at any moment it
 * tells what a power cut may leave. The unit that is kept or lost is the part of a write that lies
 * in one sector: bytes that were flushed are never harmed by a later write beside them, which is
 * what SQLite takes for granted of a disk.
 */
export class Disk {
  readonly #files: FileOnDisk[];
  readonly #isLying: boolean;

  /** A disk that lies takes a flush for nothing: what is made of it tries the trial itself. */
  constructor(files: readonly (Buffer | null)[], isLying = false) {
    this.#files = files.map((flushed) => ({ flushed, pending: [] }));
    this.#isLying = isLying;
  }

  do(deed: Deed): void {
    const file = this.#files[deed.file];
    if (!file) throw new RangeError(`There is no file ${deed.file}.`);
    if (deed.kind !== 'flush') {
      file.pending.push(deed);
      return;
    }
    if (this.#isLying) return;
    for (const one of file.pending) file.flushed = applied(file.flushed, one);
    file.pending = [];
  }

  /** What each file holds after a power cut; `null` where it is not there. */
  afterPowerCut(fate: Fate, random: Random): (Buffer | null)[] {
    return this.#files.map(({ flushed, pending }) => {
      let left: Buffer | null = flushed === null ? null : Buffer.from(flushed);
      for (const deed of pending) {
        for (const part of partsLeft(deed, fate, random)) left = applied(left, part);
      }
      return left;
    });
  }
}

function partsLeft(deed: FileDeed, fate: Fate, random: Random): FileDeed[] {
  if (fate === 'kept') return [deed];
  if (fate === 'dropped') return [];
  if (fate === 'some kept' || deed.kind !== 'write') return random.next() < 0.5 ? [deed] : [];
  return sectorsOf(deed).flatMap((part) => {
    if (random.next() < 0.5) return [part];
    if (fate === 'torn' || random.next() < 0.5) return [];
    const bytes = Buffer.from(Array.from(part.bytes, () => random.integer(0, 255)));
    return [{ ...part, bytes }];
  });
}

function sectorsOf({ offset, bytes }: Extract<FileDeed, { kind: 'write' }>) {
  const parts: Extract<FileDeed, { kind: 'write' }>[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + SECTOR_BYTES - ((offset + from) % SECTOR_BYTES));
    parts.push({ kind: 'write', offset: offset + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

/** A file's bytes after a deed; the buffer that is given may be changed. */
function applied(content: Buffer | null, deed: FileDeed): Buffer | null {
  switch (deed.kind) {
    case 'flush':
      return content;
    case 'remove':
      return null;
    case 'length':
      return ofLength(content, deed.length);
    case 'write': {
      const end = deed.offset + deed.bytes.length;
      const grown = ofLength(content, Math.max(content?.length ?? 0, end));
      deed.bytes.copy(grown, deed.offset);
      return grown;
    }
  }
}

function ofLength(content: Buffer | null, length: number): Buffer {
  if (content !== null && length <= content.length) return content.subarray(0, length);
  const grown = Buffer.alloc(length);
  content?.copy(grown);
  return grown;
}
