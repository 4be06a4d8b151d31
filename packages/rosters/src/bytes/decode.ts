/**
 * Where latin-9 (ISO-8859-15) differs from latin-1, and what windows-1252 has where both have
 * controls. No name holds the signs that latin-1 has in their place (¼, ½, ¤ …).
 */
const LATIN_9: readonly (readonly [number, string])[] = [
  ...([
    [0xa4, '€'],
    [0xa6, 'Š'],
    [0xa8, 'š'],
    [0xb4, 'Ž'],
    [0xb8, 'ž'],
  ] as const),
  ...([
    [0xbc, 'Œ'],
    [0xbd, 'œ'],
    [0xbe, 'Ÿ'],
  ] as const),
];
const WINDOWS = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';
const western = new Map<string, string>([
  ...LATIN_9.map(([byte, letter]) => [String.fromCharCode(byte), letter] as const),
  ...Array.from(WINDOWS, (letter, i) => [String.fromCharCode(0x80 + i), letter] as const),
]);
const DIFFERS = /[\x80-\x9f\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe]/g;

/** Encodings that a file may say it is written in. */
const known = new Set([
  ...['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16', 'utf-16le', 'utf-16be'],
  ...['iso-8859-1', 'iso8859-1', 'latin1', 'latin-1', 'iso-8859-15', 'iso8859-15', 'latin9'],
  ...['latin-9', 'windows-1252', 'cp1252'],
]);

/** Whether a file may say that it is written so. What it is written in, its bytes say. */
export const isKnownEncoding = (name: string): boolean => known.has(name.trim().toLowerCase());

type Mode = 'ascii' | 'utf-8' | 'western' | 'utf-16';

/** Bytes of one letter of UTF-8, at most. */
const LONGEST_LETTER = 4;

/**
 * Reads text as exports are written, piece by piece: UTF-8, UTF-16 with its mark, or one of the
 * western single-byte encodings. What a file says of itself is often wrong (a mark or a heading
 * that contradicts it), so the first letter beyond ASCII decides: an accented letter of latin-9
 * with what follows it is hardly ever a letter of UTF-8. What cannot be read becomes U+FFFD.
 */
export class ExportDecoder {
  #mode: Mode = 'ascii';
  #isFirst = true;
  #held: Uint8Array = new Uint8Array();
  #utf: TextDecoder | null = null;

  /** The text of the next bytes. */
  write(chunk: Uint8Array): string {
    let bytes = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    this.#held = new Uint8Array();
    if (this.#isFirst) {
      if (bytes.length < LONGEST_LETTER) return this.#hold(bytes);
      bytes = this.#withoutMark(bytes);
    }
    if (this.#mode !== 'ascii') return this.#decode(bytes);
    const at = bytes.findIndex((byte) => byte >= 0x80);
    if (at < 0) return latin1(bytes);
    const before = latin1(bytes.subarray(0, at));
    const rest = bytes.subarray(at);
    if (rest.length < LONGEST_LETTER) return before + this.#hold(rest);
    return before + this.#decideBy(rest);
  }

  /** What was still to come. */
  end(): string {
    const bytes = this.#held;
    this.#held = new Uint8Array();
    const last =
      this.#isFirst && bytes.length >= 2
        ? this.write(Buffer.concat([bytes, new Uint8Array(LONGEST_LETTER)])).replace(/\0+$/, '')
        : bytes.length > 0
          ? this.#decideBy(bytes)
          : '';
    return last + (this.#utf?.decode() ?? '');
  }

  #hold(bytes: Uint8Array): string {
    this.#held = Uint8Array.from(bytes);
    return '';
  }

  #withoutMark(bytes: Uint8Array): Uint8Array {
    this.#isFirst = false;
    const [a, b, c] = bytes;
    if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
    if (a === 0xff && b === 0xfe) this.#become('utf-16', 'utf-16le');
    else if (a === 0xfe && b === 0xff) this.#become('utf-16', 'utf-16be');
    return bytes;
  }

  #become(mode: Mode, label: string): void {
    this.#mode = mode;
    this.#utf = new TextDecoder(label);
  }

  #decideBy(rest: Uint8Array): string {
    if (isLetterOfUtf8(rest)) this.#become('utf-8', 'utf-8');
    else this.#mode = rest.some((byte) => byte >= 0x80) ? 'western' : 'ascii';
    return this.#decode(rest);
  }

  #decode(bytes: Uint8Array): string {
    if (this.#utf) return this.#utf.decode(bytes, { stream: true });
    return latin1(bytes).replace(DIFFERS, (letter) => western.get(letter) ?? letter);
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Whether the bytes begin with one letter of UTF-8 beyond ASCII. */
function isLetterOfUtf8(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5 || bytes.length < length) return false;
  return bytes.subarray(1, length).every((byte) => (byte & 0xc0) === 0x80);
}
