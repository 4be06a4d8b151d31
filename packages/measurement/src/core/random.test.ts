import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from './errors.ts';
import { seededRandom, standardNormal } from './random.ts';

const draws = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('a seeded random source', () => {
  it('repeats its sequence for the same seed and not for another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(draws(a, 20)).toEqual(draws(a, 20));
        if (a !== b) expect(draws(a, 20)).not.toEqual(draws(b, 20));
      }),
    );
  });

  it('keeps the sequence that past results were drawn with', () => {
    const random = seededRandom('jalon');
    expect([random.next(), random.integer(1, 1000), random.next()]).toEqual([
      0.8537544274345666, 37, 0.007971851796210183,
    ]);
  });

  it('stays in its range, and fills it evenly', () => {
    const values = draws('even', 50_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = Map.groupBy(values, (value) => Math.floor(10 * value));
    expect(tenths.size).toBe(10);
    for (const members of tenths.values()) {
      expect(Math.abs(members.length - 5000)).toBeLessThan(350);
    }
  });

  it('draws integers between any two bounds, both included', () => {
    fc.assert(
      fc.property(fc.string(), fc.maxSafeInteger(), fc.maxSafeInteger(), (seed, a, b) => {
        const [min, max] = a < b ? [a, b] : [b, a];
        const drawn = seededRandom(seed).integer(min, max);
        expect(Number.isSafeInteger(drawn) && drawn >= min && drawn <= max).toBe(true);
      }),
    );
    const random = seededRandom('die');
    expect(new Set(Array.from({ length: 200 }, () => random.integer(1, 6))).size).toBe(6);
  });

  it('refuses integer bounds that leave nothing to draw', () => {
    const random = seededRandom('');
    expect(() => random.integer(2, 1)).toThrow(MeasurementError);
    expect(() => random.integer(0.5, 1)).toThrow(MeasurementError);
  });

  it('gives standard normal deviates with mean 0, variance 1 and normal tails', () => {
    const random = seededRandom('normal');
    const values = Array.from({ length: 50_000 }, () => standardNormal(random));
    const mean = values.reduce((sum, z) => sum + z, 0) / values.length;
    const variance = values.reduce((sum, z) => sum + (z - mean) ** 2, 0) / values.length;
    const beyond = values.filter((z) => Math.abs(z) > 1.96).length / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    expect(beyond).toBeGreaterThan(0.046);
    expect(beyond).toBeLessThan(0.054);
  });
});
