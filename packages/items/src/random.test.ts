import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';

const draws = (seed: string) => {
  const random = seededRandom(seed);
  return [random.integer(0, 1e9), random.shuffle([1, 2, 3, 4, 5, 6, 7]), random.integer(-3, 3)];
};

describe('the seeded random', () => {
  it('draws the same from the same seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draws(seed)).toEqual(draws(seed));
      }),
    );
  });

  it('shuffles into a permutation and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer(), { maxLength: 12 }), (seed, list) => {
        const before = [...list];
        const shuffled = seededRandom(seed).shuffle(list);
        expect(list).toEqual(before);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
      }),
    );
  });

  it('puts each element in each place equally often over neighbouring seeds', () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    const seeds = 8000;
    for (let seed = 0; seed < seeds; seed += 1) {
      const shuffled = seededRandom(String(seed)).shuffle([0, 1, 2, 3]);
      shuffled.forEach((element, place) => {
        const row = counts[element];
        if (row) row[place] = (row[place] ?? 0) + 1;
      });
    }
    const expected = seeds / 4;
    const chiSquare = counts.flat().reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: 27.9 is passed once in a thousand by a fair shuffle.
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('keeps within the bounds and reaches both', () => {
    const random = seededRandom('bounds');
    const drawn = Array.from({ length: 500 }, () => random.integer(3, 6));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5, 6]));
  });
});
