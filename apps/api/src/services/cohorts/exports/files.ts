import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where the files of exports are kept, and the lines of those that are being made. */
export interface ExportFiles {
  /**
   * Writes lines behind the first `from` bytes of an export's lines, in place of whatever is there;
   * they are on the disk when it resolves, with how many bytes there are then. `null` where there
   * are fewer than `from`: another disk has them.
   */
  addLines(file: string, from: number, text: string): Promise<number | null>;
  /** The lines of an export one by one, without their ends. */
  lines(file: string): AsyncIterable<string>;
  /** Writes a file under its name once it is whole, and forgets its lines; gives its bytes. */
  write(file: string, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** The bytes of a whole file; `null` where there is none on this disk. */
  read(file: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes what was last written before an instant. */
  removeBefore(instant: Date): Promise<void>;
}

/** The exports of a data folder: `exports/`, open to this user alone. */
export function exportFilesIn(dataFolder: string): ExportFiles {
  const folder = join(dataFolder, 'exports');
  const prepare = () => mkdir(folder, { recursive: true, mode: 0o700 });
  const whole = (file: string) => join(folder, `${file}.done`);
  const spooled = (file: string) => join(folder, `${file}.lines`);
  return {
    async addLines(file, from, text) {
      await prepare();
      const handle = await open(spooled(file), from === 0 ? 'w' : 'r+', 0o600).catch(noneThere);
      if (handle === null) return null;
      try {
        if ((await handle.stat()).size < from) return null;
        const bytes = Buffer.from(text);
        await handle.truncate(from);
        for (let done = 0; done < bytes.length;) {
          const left = bytes.length - done;
          done += (await handle.write(bytes, done, left, from + done)).bytesWritten;
        }
        await handle.sync();
        return from + bytes.length;
      } finally {
        await handle.close();
      }
    },
    async *lines(file) {
      // Opened when the first line is asked for: lines that came before would be lost.
      const input = createReadStream(spooled(file));
      try {
        yield* createInterface({ input, crlfDelay: Infinity });
      } finally {
        input.destroy();
      }
    },
    async write(file, chunks) {
      await prepare();
      const part = join(folder, `${file}.${randomUUID()}.part`);
      try {
        const handle = await open(part, 'wx', 0o600);
        let bytes = 0;
        try {
          for await (const chunk of chunks) {
            await handle.writeFile(chunk);
            bytes += chunk.length;
          }
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(part, whole(file));
        await rm(spooled(file), { force: true });
        return bytes;
      } finally {
        await rm(part, { force: true });
      }
    },
    async read(file) {
      const handle = await open(whole(file), 'r').catch(noneThere);
      return handle && handle.createReadStream();
    },
    async removeBefore(instant) {
      for (const name of (await readdir(folder).catch(noneThere)) ?? []) {
        const file = join(folder, name);
        const found = await stat(file).catch(noneThere);
        if (found && found.mtime < instant) await rm(file, { force: true });
      }
    },
  };
}

/** What is not there is none; anything else that goes wrong does. */
function noneThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
