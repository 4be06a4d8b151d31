import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryPrior } from './carry.ts';
import { MeasurementError } from '../core/errors.ts';

const scalePrior = { mean: 0, sd: 1.5 };
const growth = { sdPerYear: 0.6 };
const days = fc.double({ min: 0, max: 4000, noNaN: true });
const standardError = fc.double({ min: 0.05, max: 1.4, noNaN: true });

describe('what is carried to the next sitting', () => {
  it('is the last estimate itself on the same day', () => {
    expect(
      carryPrior({ ability: 0.7, standardError: 0.5, daysSince: 0 }, scalePrior, growth),
    ).toEqual({
      mean: 0.7,
      sd: 0.5,
    });
  });

  it('has grown by the stated deviation after a year', () => {
    const { sd } = carryPrior(
      { ability: 0, standardError: 0.8, daysSince: 365.25 },
      scalePrior,
      growth,
    );
    expect(sd).toBeCloseTo(1, 12);
  });

  it('is never surer than the estimate, never wider than the scale, and only widens with time', () => {
    fc.assert(
      fc.property(standardError, days, days, (error, a, b) => {
        const at = (daysSince: number) =>
          carryPrior({ ability: 1, standardError: error, daysSince }, scalePrior, growth).sd;
        const [sooner, later] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(sooner).toBeGreaterThanOrEqual(error);
        expect(later).toBeGreaterThanOrEqual(sooner);
        expect(later).toBeLessThanOrEqual(scalePrior.sd);
      }),
    );
  });

  it('widens as much over two gaps as over their sum', () => {
    fc.assert(
      fc.property(standardError, days, days, (error, first, second) => {
        const carry = (standardErrorThen: number, daysSince: number) =>
          carryPrior(
            { ability: 0, standardError: standardErrorThen, daysSince },
            scalePrior,
            growth,
          ).sd;
        expect(carry(carry(error, first), second)).toBeCloseTo(carry(error, first + second), 9);
      }),
    );
  });

  it.each([
    { ability: 0, standardError: 0.5, daysSince: -1 },
    { ability: 0, standardError: -0.5, daysSince: 1 },
    { ability: Number.NaN, standardError: 0.5, daysSince: 1 },
  ])('is refused for %o', (previous) => {
    expect(() => carryPrior(previous, scalePrior, growth)).toThrow(MeasurementError);
  });
});
