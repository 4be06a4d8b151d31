import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Told } from './told.ts';

const MINIMUM = 11;

/** Every combination of the sets with factors -1, 0 and 1, as coefficients of atoms. */
function combinations(sets: readonly (readonly number[])[], size: number): number[][] {
  let rows: number[][] = [Array.from({ length: size }, () => 0)];
  for (const set of sets) {
    rows = rows.flatMap((row) =>
      [0, 1, -1].map((factor) =>
        row.map((value, atom) => value + (set.includes(atom) ? factor : 0)),
      ),
    );
  }
  return rows;
}

describe('what is told of overlapping sets', () => {
  it('never lets a small set follow, by any sum or difference of those told', () => {
    const questions = fc.integer({ min: 2, max: 6 }).chain((size) =>
      fc.record({
        counts: fc.array(fc.oneof(fc.nat(12), fc.nat(40)), { minLength: size, maxLength: size }),
        sets: fc.array(fc.subarray([...Array(size).keys()], { minLength: 1 }), { maxLength: 7 }),
      }),
    );
    fc.assert(
      fc.property(questions, ({ counts, sets }) => {
        const told = new Told(counts, MINIMUM);
        const known = sets.filter((set) => told.tell(set));
        for (const row of combinations(known, counts.length)) {
          const isSet =
            row.some((value) => value === 1) && row.every((value) => [0, 1].includes(value));
          if (!isSet) continue;
          const count = row.reduce((sum, value, atom) => sum + value * (counts[atom] ?? 0), 0);
          expect(count).toBeGreaterThanOrEqual(MINIMUM);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no equation twice', () => {
    const told = new Told([20, 30, 40], MINIMUM);
    expect(told.tell([0, 1])).toBe(true);
    expect(told.tell([0, 1])).toBe(true);
    expect(told.rank).toBe(1);
    expect(told.tell([2])).toBe(true);
    expect(told.tell([0, 1, 2])).toBe(true);
    expect(told.rank).toBe(2);
  });
});
