import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorsOf, quantileOf, slopePerMinute } from './statistics.ts';

describe('quantiles', () => {
  it('are values that so many do not exceed', () => {
    const values = [50, 10, 40, 20, 30];
    expect(quantileOf(values, 0.5)).toBe(30);
    expect(quantileOf(values, 0.99)).toBe(50);
    expect(quantileOf(values, 0)).toBe(10);
  });

  it('are not had of nothing', () => {
    expect(() => quantileOf([], 0.5)).toThrow(RangeError);
  });
});

describe('the slope', () => {
  const line = (slope: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      atMs: index * 5_000,
      value: 100 + (slope * index * 5_000) / 60_000,
    }));

  it('is that of a line, a minute', () => {
    const slopes = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(slopes, fc.integer({ min: 2, max: 40 }), (slope, count) => {
        expect(slopePerMinute(line(slope, count))).toBeCloseTo(slope, 6);
      }),
    );
  });

  it('hardly moves when a fifth of the points are far off', () => {
    const points = line(3, 40).map((point, index) =>
      index % 5 === 0 ? { ...point, value: point.value + 1_000 } : point,
    );
    expect(Math.abs(slopePerMinute(points) - 3)).toBeLessThan(1);
  });
});

describe('floors', () => {
  it('are the lowest of each window', () => {
    const points = [5, 9, 3, 8, 4, 6].map((value, index) => ({ atMs: index * 10, value }));
    expect(floorsOf(points, 30).map(({ value }) => value)).toEqual([3, 4]);
  });
});
