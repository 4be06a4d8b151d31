import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { MeasurementError } from './errors.ts';
import { murmur128 } from './hash.ts';

/** A source of randomness that its seed determines entirely; each call moves it on. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-53. */
  next(): number;
  /** Uniform among the safe integers from `min` to `max`, both included, without modulo bias. */
  integer(min: number, max: number): number;
}

/**
 * The random source of a seed: xoroshiro128+ (Blackman & Vigna 2018; pure-rand 8) started from the
 * 128-bit MurmurHash3 of the seed's UTF-8 bytes. The same seed gives the same sequence on every
 * machine and in every version of this package: results are replayed with it.
 */
export function seededRandom(seed: string): Random {
  const state = murmur128(new TextEncoder().encode(seed), STREAM);
  const generator = xoroshiro128plusFromState(state);
  return {
    next: () => uniformFloat64(generator),
    integer: (min, max) => {
      if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && min <= max)) {
        throw new MeasurementError(
          'invalid-argument',
          `A random integer needs safe integers min <= max; got ${min} and ${max}.`,
        );
      }
      return uniformInt(generator, min, max);
    },
  };
}

/** Separates this use of the hash from others, and keeps the empty seed off the all-zero state. */
const STREAM = 0x6a616c6f;

/** One draw from the standard normal distribution (Box & Muller 1958). */
export function standardNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
