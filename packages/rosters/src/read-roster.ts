import { ExportDecoder } from './bytes/decode.ts';
import { isZip, type Sink, ZipReader } from './bytes/unzip.ts';
import { Headings, readCsv } from './formats/csv.ts';
import { isOndeHeading, readOnde } from './formats/onde.ts';
import { isOneRosterFile, readOneRoster } from './formats/oneroster.ts';
import { type OneRosterFile, oneRosterFiles } from './formats/oneroster-tables.ts';
import { SiecleReader } from './formats/siecle.ts';
import { readTemplate } from './formats/template.ts';
import { rosterLimits } from './limits.ts';
import { problemGravity } from './problem-codes.ts';
import { type Problem, problem, UnreadableRoster } from './problems.ts';
import type { ReadOptions } from './read-options.ts';
import type { Roster, RosterFormat } from './roster.ts';

/** What a file gave: a roster, or nothing but the problem that stopped its reading. */
export interface ReadRoster {
  /** `null` where nothing of the file can be taken. */
  roster: Roster | null;
  /** Of the whole file, at most as many as `rosterLimits` has, by line. */
  problems: Problem[];
}

interface Options extends ReadOptions {
  /** Which export it is; `null` to see it from the file. */
  format: RosterFormat | null;
}

/**
 * Reads a school's roster as its bytes come: an export of SIECLE or ONDE, a OneRoster archive or
 * our own CSV file, each also within a zip. Keeps of it only what a roster needs. Whatever the
 * bytes are, it resolves, and says what is wrong and where; it rejects only where `chunks` does.
 */
export async function readRoster(
  chunks: AsyncIterable<Uint8Array>,
  options: Options,
): Promise<ReadRoster> {
  try {
    const roster = await readWhole(chunks, options);
    const isFit = roster.problems.every(({ code }) => problemGravity[code] !== 'file');
    return { roster: isFit ? roster : null, problems: fewer(roster.problems) };
  } catch (error) {
    if (error instanceof UnreadableRoster) return { roster: null, problems: [error.problem] };
    throw error;
  }
}

async function readWhole(chunks: AsyncIterable<Uint8Array>, options: Options): Promise<Roster> {
  const reading = new Reading(options);
  let taker: { write(bytes: Uint8Array): void; end(): void } | null = null;
  let bytes = 0;
  let first = new Uint8Array();
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > rosterLimits.textBytes) {
      const limit = String(rosterLimits.textBytes / 1_000_000);
      throw new UnreadableRoster(problem('too-large', 1, { limit }));
    }
    if (taker) {
      taker.write(chunk);
      continue;
    }
    first = Uint8Array.from(Buffer.concat([first, chunk]));
    if (first.length < 4) continue;
    taker = begin(first, reading);
    taker.write(first);
  }
  if (!taker) {
    if (first.every((byte) => byte <= 0x20)) throw new UnreadableRoster(problem('empty-file', 1));
    taker = reading.sinkFor(null, first);
    taker?.write(first);
  }
  taker?.end();
  return reading.finish();
}

function begin(first: Uint8Array, reading: Reading): Sink {
  if (!isZip(first)) return reading.sinkFor(null, first) ?? new TextSink(() => undefined);
  return new ZipReader((name) => reading.sinkFor(name, null));
}

/** Text gathered whole: a CSV file is small beside the XML of as many pupils. */
class TextSink implements Sink {
  readonly #decoder = new ExportDecoder();
  readonly #parts: string[] = [];
  readonly #onEnd: (text: string) => void;

  constructor(onEnd: (text: string) => void) {
    this.#onEnd = onEnd;
  }

  write(bytes: Uint8Array): void {
    this.#parts.push(this.#decoder.write(bytes));
  }

  end(): void {
    this.#parts.push(this.#decoder.end());
    this.#onEnd(this.#parts.join(''));
  }
}

/** The files of one import, and which reader takes each. */
class Reading {
  readonly #options: Options;
  #siecle: SiecleReader | null = null;
  #csv: string | null = null;
  readonly #oneRoster = new Map<OneRosterFile, string>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Who takes a file: by its name in an archive, else by how it begins. */
  sinkFor(name: string | null, first: Uint8Array | null): Sink | null {
    const { format } = this.#options;
    const isXml = name === null ? beginsAsXml(first) : /eleves.*\.xml$/i.test(name);
    if (format === 'siecle' || (format === null && isXml)) {
      if (this.#siecle !== null || !(isXml || name === null)) return null;
      return (this.#siecle = new SiecleReader(this.#options));
    }
    if (name !== null && isOneRosterFile(name) && (format === 'oneroster' || format === null)) {
      return new TextSink((text) => this.#oneRoster.set(name, text));
    }
    if (format === 'oneroster' || (name !== null && !/\.(csv|txt)$/i.test(name))) return null;
    return new TextSink((text) => {
      this.#csv ??= text;
    });
  }

  finish(): Roster {
    const { format } = this.#options;
    if (this.#siecle) return this.#siecle.finish();
    if (this.#oneRoster.size > 0) return readOneRoster(this.#oneRoster, this.#options);
    if (this.#csv !== null) return this.#readCsv(this.#csv);
    if (format === 'oneroster') {
      throw new UnreadableRoster(problem('nothing-inside', 1, { expected: 'users.csv' }));
    }
    const expected = ['ElevesSansAdresses.xml', ...oneRosterFiles.slice(1, 5)].join(', ');
    throw new UnreadableRoster(problem('nothing-inside', 1, { expected }));
  }

  #readCsv(text: string): Roster {
    const { format } = this.#options;
    if (text.trimStart().startsWith('<')) {
      const asked = format === 'onde' ? 'ONDE' : 'CSV';
      throw new UnreadableRoster(problem('another-format', 1, { format: asked }));
    }
    const isOnde = format === 'onde' || (format === null && isOndeHeading(firstRow(text)));
    return isOnde ? readOnde(text, this.#options) : readTemplate(text, this.#options);
  }
}

/** The headings of a CSV file. */
function firstRow(text: string): Headings {
  let headings = new Headings([]);
  readCsv(text.split(/\r?\n/, 1)[0] ?? '', null, ({ cells }) => {
    headings = new Headings(cells);
  });
  return headings;
}

/** Whether the first bytes are those of XML, whatever mark or blanks stand before it. */
function beginsAsXml(first: Uint8Array | null): boolean {
  if (first === null) return false;
  const decoder = new ExportDecoder();
  return (decoder.write(first.subarray(0, 256)) + decoder.end()).trimStart().startsWith('<');
}

/** The first problems, and how many more there are. */
function fewer(problems: readonly Problem[]): Problem[] {
  const { problems: most } = rosterLimits;
  if (problems.length <= most) return [...problems];
  // What stops a row comes before what is only to be known.
  const grave = problems.filter(({ code }) => problemGravity[code] !== 'notice');
  const light = problems.filter(({ code }) => problemGravity[code] === 'notice');
  const shown = [...grave, ...light].slice(0, most).sort((a, b) => a.line - b.line);
  const count = String(problems.length - shown.length);
  const last = problems.reduce((line, one) => Math.max(line, one.line), 1);
  return [...shown, problem('many-more', last, { count })];
}
