/** A prime under 2^26: products of two remainders stay exact in a double. */
const PRIME = 67_108_859;

/** A multiplier of full period modulo the prime, for a plain multiplicative sequence. */
const MULTIPLIER = 48_271;

const INVERSE = 1 / PRIME;

const normal = (value: number): number => ((value % PRIME) + PRIME) % PRIME;

const times = (a: number, b: number): number => (normal(a) * normal(b)) % PRIME;

/** Whole numbers modulo a prime, and sparse vectors of them: exact, whatever is added up. */
export const PrimeField = {
  /** The number's remainder, from 0 up. */
  normal,

  times,

  /** By Fermat's little theorem: value^(p - 2). Not for 0. */
  inverse(value: number): number {
    let result = 1;
    let base = normal(value);
    for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) result = times(result, base);
      base = times(base, base);
    }
    return result;
  },

  /** Adds to one entry of a vector; an entry of 0 is not kept. */
  add(vector: Map<string, number>, key: string, value: number): void {
    const sum = normal((vector.get(key) ?? 0) + value);
    if (sum === 0) vector.delete(key);
    else vector.set(key, sum);
  },

  scale(vector: Map<string, number>, factor: number): void {
    for (const [key, value] of vector) vector.set(key, times(value, factor));
  },

  /** Takes a multiple of one row off another: both hold remainders, and so does what is left. */
  subtract(from: Float64Array, row: Float64Array, factor: number): void {
    if (factor === 0) return;
    const back = PRIME - factor;
    for (let place = 0; place < from.length; place += 1) {
      const value = row[place] ?? 0;
      if (value === 0) continue;
      const sum = (from[place] ?? 0) + value * back;
      // By a product rather than a division: one too many or too few is mended.
      const rest = sum - PRIME * Math.floor(sum * INVERSE);
      from[place] = rest < 0 ? rest + PRIME : rest >= PRIME ? rest - PRIME : rest;
    }
  },

  /** Numbers from 1 to p - 1 that a seed determines (Lehmer 1951). */
  sequence(seed: number): () => number {
    let state = normal(seed * 7_368_787 + 1);
    return () => {
      state = times(state, MULTIPLIER);
      return state;
    };
  },
};
