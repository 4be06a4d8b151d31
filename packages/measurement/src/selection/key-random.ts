import type { Random } from '../core/random.ts';

const WORD = 2 ** 32;

/** A word that depends on every letter of a key: FNV-1a (Fowler, Noll & Vo 1991) over UTF-16 units. */
export function hashOfKey(key: string): number {
  let word = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) {
    word = Math.imul(word ^ key.charCodeAt(i), 0x01000193);
  }
  return word | 0;
}

/**
 * A number in [0, 1) for each key by its hash, uniform over seeds, that depends on the source and on
 * the key alone: the order in which keys are asked changes nothing, and nothing needs sorting. Takes
 * two numbers of the source, however many keys are asked.
 */
export function keyedRandom(random: Random): (keyHash: number) => number {
  const before = Math.floor(random.next() * WORD);
  const after = Math.floor(random.next() * WORD);
  return (keyHash) => (mixed(mixed(keyHash ^ before) ^ after) >>> 0) / WORD;
}

/** Every bit depends on every bit: the finalizer of MurmurHash3 (Appleby, public domain). */
function mixed(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
