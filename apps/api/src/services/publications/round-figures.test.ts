import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundError, roundMean } from './round-figures.ts';

const logits = fc.double({ min: -6, max: 6, noNaN: true });

it('a mean is told so that the sum behind it stays unknown by half a logit, or the hundredth', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: 11, max: 100_000 }), (value, pupils) => {
      const told = roundMean(value, pupils);
      expect(Math.abs(told - value)).toBeLessThanOrEqual(0.05 + 1e-9);
      const step = [0.01, 0.02, 0.05, 0.1].find((one) => one * pupils >= 1) ?? 0.1;
      expect(Math.abs(told / step - Math.round(told / step))).toBeLessThan(1e-6);
      expect(Object.is(told, -0)).toBe(false);
    }),
  );
  expect([11, 25, 60, 100, 5_000].map((pupils) => roundMean(0.1234, pupils))).toEqual([
    ...[0.1, 0.1, 0.12, 0.12, 0.12],
  ]);
  expect(roundMean(0.173, 30)).toBe(0.15);
});

it('an error is told to the hundredth', () => {
  expect([0.125, 0.1249, 0.004].map(roundError)).toEqual([0.13, 0.12, 0]);
});
