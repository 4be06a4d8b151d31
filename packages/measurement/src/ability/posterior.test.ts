import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAbility } from './eap.ts';
import { MeasurementError } from '../core/errors.ts';
import { observations, prior } from '../fixtures/arbitraries.ts';
import { credibleInterval, cumulativeProbability, quantile, startPosterior } from './posterior.ts';

const posterior = fc
  .tuple(observations, prior)
  .map(([answers, belief]) => estimateAbility(answers, belief).posterior);

describe('the cumulative probability', () => {
  // Values of the normal distribution function; spreading each point over its cell costs 2e-4.
  it.each([
    [-1.2815515655, 0.1],
    [-0.6744897502, 0.25],
    [0, 0.5],
    [0.33, 0.6293000189],
    [1.644853627, 0.95],
  ])('of a standard normal at %d is %d', (at, expected) => {
    const standard = startPosterior({ mean: 0, sd: 1 });
    expect(Math.abs(cumulativeProbability(standard, at) - expected)).toBeLessThan(2e-4);
  });

  it('goes from 0 to 1, never down, and no faster than the largest density', () => {
    const at = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(
        posterior,
        at,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, from, width) => {
          const rise =
            cumulativeProbability(known, from + width) - cumulativeProbability(known, from);
          const steepest = Math.max(...known.probabilities) / known.grid.step;
          expect(rise).toBeGreaterThanOrEqual(0);
          expect(cumulativeProbability(known, from)).toBeLessThanOrEqual(1);
          expect(rise).toBeLessThanOrEqual(steepest * width + 1e-12);
          expect(cumulativeProbability(known, -8.1)).toBe(0);
          expect(cumulativeProbability(known, 8.1)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('is inverted by the quantile', () => {
    fc.assert(
      fc.property(posterior, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (known, p) => {
        expect(cumulativeProbability(known, quantile(known, p))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('a credible interval', () => {
  it('leaves the same probability on both sides', () => {
    fc.assert(
      fc.property(posterior, (known) => {
        const { lower, upper } = credibleInterval(known, 0.8);
        expect(cumulativeProbability(known, lower)).toBeCloseTo(0.1, 9);
        expect(cumulativeProbability(known, upper)).toBeCloseTo(0.9, 9);
      }),
    );
  });

  it('is refused for a mass that is no probability', () => {
    const known = startPosterior({ mean: 0, sd: 1 });
    expect(() => credibleInterval(known, 1)).toThrow(MeasurementError);
    expect(() => credibleInterval(known, -1)).toThrow(MeasurementError);
  });
});
