import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borrowedShare } from './borrowed.ts';

const sd = fc.double({ min: 0.1, max: 3, noNaN: true });

describe('what was borrowed from other competences', () => {
  it('is nothing where they made the prior no surer', () => {
    fc.assert(
      fc.property(sd, sd, (priorSd, standardError) => {
        expect(borrowedShare({ priorSd, priorAloneSd: priorSd, standardError })).toBe(0);
      }),
    );
  });

  it('is the whole of what they added where nothing was answered', () => {
    // 1/0.75² - 1/1.5² is three quarters of 1/0.75².
    expect(borrowedShare({ priorSd: 0.75, priorAloneSd: 1.5, standardError: 0.75 })).toBeCloseTo(
      0.75,
      12,
    );
  });

  it('is less the more the pupil answered, and always a share', () => {
    fc.assert(
      fc.property(sd, sd, sd, sd, (priorSd, priorAloneSd, one, other) => {
        const [surer, lessSure] = [Math.min(one, other), Math.max(one, other)].map(
          (standardError) => borrowedShare({ priorSd, priorAloneSd, standardError }),
        );
        expect(surer).toBeLessThanOrEqual(lessSure ?? Number.NaN);
        expect(surer).toBeGreaterThanOrEqual(0);
        expect(lessSure).toBeLessThanOrEqual(1);
      }),
    );
  });
});
