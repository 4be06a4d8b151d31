/**
 * MurmurHash3, x86 128-bit variant (Austin Appleby, public domain, SMHasher `MurmurHash3.cpp`):
 * four signed 32-bit words that depend on every byte. For seeding and bucketing, not for secrets.
 * The published SMHasher verification code, 0xB3ECE62A, is checked in the tests.
 */
export function murmur128(bytes: Uint8Array, seed: number): [number, number, number, number] {
  let h1 = seed | 0;
  let h2 = h1;
  let h3 = h1;
  let h4 = h1;
  const wholeBytes = bytes.length - (bytes.length % 16);

  for (let at = 0; at < wholeBytes; at += 16) {
    h1 = Math.imul(rotateLeft(h1 ^ mixWord(wordAt(bytes, at), C1, C2, 15), 19) + h2, 5);
    h1 = (h1 + 0x561ccd1b) | 0;
    h2 = Math.imul(rotateLeft(h2 ^ mixWord(wordAt(bytes, at + 4), C2, C3, 16), 17) + h3, 5);
    h2 = (h2 + 0x0bcaa747) | 0;
    h3 = Math.imul(rotateLeft(h3 ^ mixWord(wordAt(bytes, at + 8), C3, C4, 17), 15) + h4, 5);
    h3 = (h3 + 0x96cd1c35) | 0;
    h4 = Math.imul(rotateLeft(h4 ^ mixWord(wordAt(bytes, at + 12), C4, C1, 18), 13) + h1, 5);
    h4 = (h4 + 0x32ac3b17) | 0;
  }

  // A missing byte reads as zero, and a zero word mixes to zero: no branch on the tail's length.
  h4 ^= mixWord(wordAt(bytes, wholeBytes + 12), C4, C1, 18);
  h3 ^= mixWord(wordAt(bytes, wholeBytes + 8), C3, C4, 17);
  h2 ^= mixWord(wordAt(bytes, wholeBytes + 4), C2, C3, 16);
  h1 ^= mixWord(wordAt(bytes, wholeBytes), C1, C2, 15);

  h1 ^= bytes.length;
  h2 ^= bytes.length;
  h3 ^= bytes.length;
  h4 ^= bytes.length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = avalanche(h1);
  h2 = avalanche(h2);
  h3 = avalanche(h3);
  h4 = avalanche(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mixWord(word: number, before: number, after: number, bits: number): number {
  return Math.imul(rotateLeft(Math.imul(word, before), bits), after);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

function avalanche(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
