/** What a database's process did to one of its files, as `write-log.c` wrote it down. */
export type FileDeed =
  | { kind: 'write'; offset: number; bytes: Buffer }
  | { kind: 'length'; length: number }
  | { kind: 'flush' }
  | { kind: 'remove' };

/** A deed, the file it was done to (an index of `fileEndings`), and when, on the steady clock. */
export type Deed = FileDeed & { file: number; atMs: number };

/** The files of a database: what their names add to its own. */
export const fileEndings = ['', '-wal', '-journal'] as const;

const HEADER_BYTES = 32;

/** Reads what was written down. A last record that is cut short is left out. */
export function readWriteLog(log: Buffer): Deed[] {
  const deeds: Deed[] = [];
  let at = 0;
  while (at + HEADER_BYTES <= log.length) {
    const atMs = Number(log.readBigUInt64LE(at)) / 1e6;
    const op = log.readUInt32LE(at + 8);
    const file = log.readUInt32LE(at + 12);
    const offset = Number(log.readBigUInt64LE(at + 16));
    const length = Number(log.readBigUInt64LE(at + 24));
    at += HEADER_BYTES;
    if (op === 1) {
      if (at + length > log.length) break;
      const bytes = log.subarray(at, at + length);
      deeds.push({ kind: 'write', offset, bytes, file, atMs });
      at += length;
    } else if (op === 2) deeds.push({ kind: 'length', length, file, atMs });
    else if (op === 3) deeds.push({ kind: 'flush', file, atMs });
    else if (op === 4) deeds.push({ kind: 'remove', file, atMs });
    else throw new Error(`The log of writes holds a deed ${op}.`);
  }
  return deeds;
}
