import { Unzip, UnzipInflate } from 'fflate';
import { problem, UnreadableRoster } from '../problems.ts';
import { rosterLimits } from '../limits.ts';

/** What takes the bytes of one file of an archive. */
export interface Sink {
  write(bytes: Uint8Array): void;
  end(): void;
}

const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04] as const;
const EMPTY_ARCHIVE = [0x50, 0x4b, 0x05, 0x06] as const;

/** Whether a file begins as zip archives do. */
export const isZip = (bytes: Uint8Array): boolean =>
  [LOCAL_HEADER, EMPTY_ARCHIVE].some((mark) => mark.every((byte, i) => bytes[i] === byte));

/**
 * Takes a zip archive apart as its bytes come. `sinkFor` says who takes a file, by its name
 * without folders; files that nobody takes are passed over. Nothing is ever written to a disk.
 * Throws `UnreadableRoster` where the archive is damaged or swells beyond what an export does.
 */
export class ZipReader {
  readonly #unzip: Unzip;
  #open = 0;
  #bytesIn = 0;
  #bytesOut = 0;
  #files = 0;

  constructor(sinkFor: (name: string) => Sink | null) {
    this.#unzip = new Unzip((file) => {
      this.#files += 1;
      if (this.#files > rosterLimits.filesInZip) throw bomb();
      const sink = sinkFor(file.name.split(/[/\\]/).at(-1) ?? '');
      if (sink === null) return;
      this.#open += 1;
      file.ondata = (error, bytes, isLast) => {
        if (error) throw error;
        this.#count(bytes.length);
        sink.write(bytes);
        if (!isLast) return;
        this.#open -= 1;
        sink.end();
      };
      file.start();
    });
    this.#unzip.register(UnzipInflate);
  }

  /** The next bytes of the archive. */
  write(chunk: Uint8Array): void {
    // Small steps: what one step swells to is looked at before the next.
    for (let at = 0; at < chunk.length; at += rosterLimits.zipStepBytes) {
      const step = chunk.subarray(at, at + rosterLimits.zipStepBytes);
      this.#bytesIn += step.length;
      this.#push(step, false);
    }
  }

  /** Whether files were found, once there are no more bytes. */
  end(): void {
    this.#push(new Uint8Array(), true);
    if (this.#open > 0) throw new UnreadableRoster(problem('broken-zip', 1));
  }

  #push(bytes: Uint8Array, isLast: boolean): void {
    try {
      this.#unzip.push(bytes, isLast);
    } catch (error) {
      if (error instanceof UnreadableRoster) throw error;
      throw new UnreadableRoster(problem('broken-zip', 1));
    }
  }

  #count(bytes: number): void {
    this.#bytesOut += bytes;
    const { textBytes, zipRatio, zipRatioFromBytes } = rosterLimits;
    const swells = this.#bytesOut > zipRatioFromBytes && this.#bytesOut > this.#bytesIn * zipRatio;
    if (swells || this.#bytesOut > textBytes) throw bomb();
  }
}

const bomb = (): UnreadableRoster => new UnreadableRoster(problem('zip-bomb', 1));
