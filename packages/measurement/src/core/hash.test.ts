import { expect, it } from 'vitest';
import { murmur128 } from './hash.ts';

function littleEndian(words: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => bytes.setInt32(4 * i, word, true));
  return new Uint8Array(bytes.buffer);
}

it('gives the verification code that SMHasher publishes for MurmurHash3 x86 128', () => {
  const digests = new Uint8Array(16 * 256);
  for (let length = 0; length < 256; length += 1) {
    const key = Uint8Array.from({ length }, (_, i) => i);
    digests.set(littleEndian(murmur128(key, 256 - length)), 16 * length);
  }
  expect(murmur128(digests, 0)[0] >>> 0).toBe(0xb3ece62a);
});
