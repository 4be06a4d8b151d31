import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

const tries = fc.integer({ min: 1, max: 1_000 });
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('a retry waits two seconds, then twice as long each time, up to a quarter of an hour', () => {
  const delays = [1, 2, 3, 9, 10, 999].map((n) => retryDelayMs(n, () => 0));
  expect(delays).toEqual([2_000, 4_000, 8_000, 512_000, 900_000, 900_000]);
});

it('whatever chance says, a retry waits no more than that, and at least half of it', () => {
  fc.assert(
    fc.property(tries, part, (n, random) => {
      const longestMs = retryDelayMs(n, () => 0);
      const delayMs = retryDelayMs(n, () => random);
      expect(delayMs).toBeLessThanOrEqual(longestMs);
      expect(delayMs).toBeGreaterThanOrEqual(longestMs / 2 - 1);
    }),
  );
});
