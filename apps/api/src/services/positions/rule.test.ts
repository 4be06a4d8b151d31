import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proposePosition } from './rule.ts';

it.each([
  [[1, 0, 0, 0, 0], 1, 1],
  [[0.2, 0.5, 0.3, 0, 0], 2, 0.8],
  // The most probable level is the second; the third at least is as probable as not.
  [[0.1, 0.4, 0.2, 0.2, 0.1], 3, 0.5],
  [[0.6, 0.1, 0.1, 0.1, 0.1], 1, 1],
  [[0, 0, 0, 0, 1], 3, 1],
])('of levels as probable as %s is %i', (probabilities, level, probability) => {
  const proposed = proposePosition(probabilities);
  expect(proposed.level).toBe(level);
  expect(proposed.probability).toBeCloseTo(probability);
});

it('never falls where higher levels become more probable', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      weights,
      fc.nat(3),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (w, from, share) => {
        const total = w.reduce((a, b) => a + b, 0);
        const before = w.map((one) => one / total);
        const moved = (before[from] ?? 0) * share;
        const after = before.map((one, i) =>
          i === from ? one - moved : i === from + 1 ? one + moved : one,
        );
        expect(proposePosition(after).level).toBeGreaterThanOrEqual(proposePosition(before).level);
        const { probability } = proposePosition(before);
        expect(probability).toBeGreaterThanOrEqual(0.5);
        expect(probability).toBeLessThanOrEqual(1);
      },
    ),
  );
});
