import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumScores } from './sum-scores.ts';

describe('the distribution of a sum of scores', () => {
  it('is what enumerating all patterns gives, worked by hand for two items and three scores', () => {
    const sums = sumScores([Float64Array.of(0.4, 0.6), Float64Array.of(0.5, 0.3, 0.2)]);
    expect([...sums].map((p) => Number(p.toFixed(12)))).toEqual([0.2, 0.42, 0.26, 0.12]);
  });

  it('is binomial where all items are alike', () => {
    const sums = sumScores(Array.from({ length: 6 }, () => Float64Array.of(0.5, 0.5)));
    expect([...sums]).toEqual([1, 6, 15, 20, 15, 6, 1].map((ways) => ways / 64));
  });

  it('sums to 1, and does not depend on the order of the items', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 30 }), (rights) => {
        const items = rights.map((p) => Float64Array.of(1 - p, p));
        const sums = sumScores(items);
        expect(sums.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 12);
        sumScores(items.toReversed()).forEach((p, i) => expect(p).toBeCloseTo(sums[i] ?? 0, 12));
      }),
    );
  });
});
