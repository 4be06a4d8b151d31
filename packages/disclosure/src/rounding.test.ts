import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsBehind, roundCount } from './rounding.ts';

describe('rounding', () => {
  it('is to the nearest multiple of 5', () => {
    expect([11, 12, 13, 17, 18, 100].map(roundCount)).toEqual([10, 10, 15, 15, 20, 100]);
  });

  it('leaves a total and its parts to add up within 2 for each of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 11, max: 5_000 }), { minLength: 1 }), (parts) => {
        const total = roundCount(parts.reduce((sum, part) => sum + part, 0));
        const sum = parts.reduce((soFar, part) => soFar + roundCount(part), 0);
        expect(Math.abs(total - sum)).toBeLessThanOrEqual(2 * (parts.length + 1));
        expect(total % 5).toBe(0);
      }),
    );
  });

  it('leaves exactly the counts that it makes the same, from the minimum up', () => {
    for (let count = 11; count < 60; count += 1) {
      const { least, most } = countsBehind(roundCount(count), 11);
      const same = Array.from({ length: 80 }, (_, other) => other).filter(
        (other) => other >= 11 && roundCount(other) === roundCount(count),
      );
      expect([least, most]).toEqual([same[0], same.at(-1)]);
    }
  });
});
