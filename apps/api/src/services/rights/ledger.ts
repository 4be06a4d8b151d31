import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const erasedPupil = z.strictObject({
  schoolId: z.uuid(),
  pupilId: z.uuid(),
  erasedAt: z.iso.datetime().transform((text) => new Date(text)),
});
const erasedStaff = z.strictObject({
  staffId: z.uuid(),
  erasedAt: z.iso.datetime().transform((text) => new Date(text)),
});
const entry = z.union([erasedPupil, erasedStaff]);

export type ErasedPupil = z.output<typeof erasedPupil>;
export type ErasedStaff = z.output<typeof erasedStaff>;

/** Who was erased, kept outside the database: an older copy of it does not know. */
export interface Ledger {
  /** All that was written, and how many lines could not be read. */
  read(): { pupils: ErasedPupil[]; staff: ErasedStaff[]; unreadable: number };
  /** Adds entries; they are on the disk when it returns. */
  add(...entries: (ErasedPupil | ErasedStaff)[]): void;
}

/**
 * The ledger of a data folder: `erasures.jsonl`, one erasure a line, ids and instants only. Lines
 * are added and never changed.
 */
export function ledgerIn(folder: string): Ledger {
  const file = join(folder, 'erasures.jsonl');
  return {
    read() {
      const found = {
        pupils: new Array<ErasedPupil>(),
        staff: new Array<ErasedStaff>(),
        unreadable: 0,
      };
      for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
        if (line === '') continue;
        const read = readEntry(line);
        if (read === null) found.unreadable += 1;
        else if ('pupilId' in read) found.pupils.push(read);
        else found.staff.push(read);
      }
      return found;
    },
    add(...entries) {
      if (entries.length === 0) return;
      const isNew = !existsSync(file);
      const handle = openSync(file, 'a+', 0o600);
      try {
        // A line that a power cut left short must not swallow the next one.
        const cut = endsLine(handle) ? '' : '\n';
        writeSync(handle, cut + entries.map((each) => `${JSON.stringify(each)}\n`).join(''));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      if (isNew) syncFolder(dirname(file));
    },
  };
}

function readEntry(line: string): z.output<typeof entry> | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function endsLine(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}

/** Makes a file's name as durable as what it holds. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
