import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../../core/errors.ts';
import { logGamma, upperGamma } from './gamma.ts';
import { chiSquareTail, normalTail, skewedLowerTail, twoSidedNormal } from './tails.ts';

const positive = fc.double({ min: 0.01, max: 300, noNaN: true });
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

describe('the gamma function', () => {
  it('is the factorial of whole numbers, and the root of pi at one half', () => {
    let factorial = 1;
    for (let n = 1; n < 100; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  it('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9);
      }),
    );
  });

  it('is refused, incomplete, without a shape', () => {
    expect(() => upperGamma(0, 1)).toThrow(MeasurementError);
    expect(() => upperGamma(1, Number.NaN)).toThrow(MeasurementError);
  });
});

describe('the tail of a chi-square distribution', () => {
  // The 5%, 1% and 0.1% points printed in Abramowitz & Stegun (1964), table 26.8.
  it.each([
    { value: 3.84146, df: 1, p: 0.05 },
    { value: 6.6349, df: 1, p: 0.01 },
    { value: 10.8276, df: 1, p: 0.001 },
    { value: 18.307, df: 10, p: 0.05 },
    { value: 50.8922, df: 30, p: 0.01 },
    { value: 124.342, df: 100, p: 0.05 },
  ])('leaves $p above $value with $df degrees of freedom', ({ value, df, p }) => {
    expect(relative(chiSquareTail(value, df), p)).toBeLessThan(2e-4);
  });

  it('is exp(-x/2) with two degrees of freedom and exp(-x/2)(1 + x/2) with four', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(relative(chiSquareTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-11);
        expect(relative(chiSquareTail(x, 4), Math.exp(-x / 2) * (1 + x / 2))).toBeLessThan(1e-11);
      }),
    );
  });

  it('stays in [0, 1] and falls, whatever the value and the degrees of freedom', () => {
    const degrees = fc.integer({ min: 1, max: 5000 });
    const value = fc.double({ min: -10, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, degrees, (a, b, df) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((x) => chiSquareTail(x, df));
        expect(less).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual((less ?? 0) + 1e-12);
      }),
    );
    expect([chiSquareTail(Infinity, 3), chiSquareTail(0, 3)]).toEqual([0, 1]);
  });
});

describe('the tail of a normal distribution', () => {
  it('has the printed values, also where little is left', () => {
    expect(normalTail(0)).toBeCloseTo(0.5, 14);
    expect(relative(normalTail(1.959963984540054), 0.025)).toBeLessThan(1e-12);
    expect(relative(normalTail(6), 9.865876450376946e-10)).toBeLessThan(1e-11);
    expect(normalTail(-1.6448536269514722)).toBeCloseTo(0.95, 13);
    expect(twoSidedNormal(-2.5758293035489004)).toBeCloseTo(0.01, 13);
  });

  it('is what a skewed one tends to as its skewness vanishes, from both sides', () => {
    for (const value of [-3, -1, 0, 2]) {
      expect(skewedLowerTail(value, 0.021)).toBeCloseTo(normalTail(-value), 2);
      expect(skewedLowerTail(value, -0.021)).toBeCloseTo(normalTail(-value), 2);
    }
  });

  it('is an exponential one where the skewness is 2, mirrored where it is -2', () => {
    expect(skewedLowerTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12);
    expect(skewedLowerTail(-3, -2)).toBeCloseTo(Math.exp(-4), 12);
    expect(skewedLowerTail(-1.5, 2)).toBe(0);
  });
});
