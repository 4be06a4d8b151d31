import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a zip: bytes that are stored as they are, or chunks that are compressed as they come. */
export type ZipEntry =
  | { name: string; stored: Uint8Array }
  | { name: string; chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> };

/** A zip dates its files by the clock of the place, from 1980 on, and so that no clock moves it. */
const zipDate = (at: Date): Date =>
  new Date(Math.max(1980, at.getUTCFullYear()), at.getUTCMonth(), at.getUTCDate(), 12);

/**
 * A zip as it is made, one file after the other: the next is asked for when the one before has been
 * read. All are dated noon of the day of `at`: the same files and day give the same bytes.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream;
  if (!(out instanceof Readable)) throw new Error('A zip gives no stream that can be ended.');
  const options = { mtime: zipDate(at), mode: 0o100644, forceDosTimestamp: true };
  const open = new Set<Readable>();
  let isLeft = false;
  const add = async () => {
    for await (const entry of entries) {
      if ('stored' in entry) {
        zip.addBuffer(Buffer.from(entry.stored), entry.name, { ...options, compress: false });
        continue;
      }
      const source = Readable.from(bytesOf(entry.chunks), { objectMode: false });
      open.add(source);
      const read = new Promise<void>((resolve, reject) => {
        source.once('end', resolve).once('error', reject);
        source.once('close', resolve);
      });
      zip.addReadStream(source, entry.name, options);
      await read;
      open.delete(source);
      if (isLeft) return;
    }
    zip.end();
  };
  const adding = add().catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const chunk of out) if (chunk instanceof Uint8Array) yield chunk;
    await adding;
  } finally {
    isLeft = true;
    for (const source of open) source.destroy();
  }
}

async function* bytesOf(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
