import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeKey, cubeTable, derivableCells, suppressCells, TableError } from './index.ts';
import { possibleCounts } from './testing/possible-counts.ts';

/** A table of schools by levels, one row of counts a school. */
function schoolsByLevels(rows: readonly (readonly number[])[]) {
  const schools = rows.map((_, index) => `s${index}`);
  const levels = (rows[0] ?? []).map((_, index) => `l${index}`);
  return cubeTable(
    [schools, levels],
    ([school = '', level = '']) =>
      rows[schools.indexOf(school)]?.[levels.indexOf(level)] ?? Number.NaN,
  );
}

const smallTable = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([schools, levels]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 11, max: 24 })), {
        minLength: levels,
        maxLength: levels,
      }),
      { minLength: schools, maxLength: schools },
    ),
  );

describe('a table of counts', { timeout: 120_000 }, () => {
  it('is published whole where every count reaches the minimum', () => {
    expect(
      suppressCells(
        schoolsByLevels([
          [11, 12],
          [30, 11],
        ]),
      ).size,
    ).toBe(0);
  });

  it('hides a small count, and another so that the total does not give it away', () => {
    const hidden = suppressCells(schoolsByLevels([[4, 12, 60]]));
    expect(hidden.has(cubeKey(['s0', 'l0']))).toBe(true);
    expect(hidden.has(cubeKey(['s0', 'l1']))).toBe(true);
    expect(hidden.has(cubeKey(['s0', 'l2']))).toBe(false);
  });

  it('hides a count of 0: that nobody is there says something of everyone', () => {
    expect(suppressCells(schoolsByLevels([[0, 50, 60]])).has(cubeKey(['s0', 'l0']))).toBe(true);
  });

  it('lets no group of hidden counts be read off as a small sum', () => {
    const hidden = suppressCells(schoolsByLevels([[2, 3, 40, 50]]));
    expect(hidden.has(cubeKey(['s0', 'l2']))).toBe(true);
  });

  it('hides the totals of a school that nothing else could protect', () => {
    const hidden = suppressCells(
      schoolsByLevels([
        [1, 2],
        [30, 40],
        [50, 60],
      ]),
    );
    expect(hidden.has(cubeKey(['s0', null]))).toBe(true);
    expect([cubeKey(['s1', null]), cubeKey(['s2', null])].some((key) => hidden.has(key))).toBe(
      true,
    );
  });

  it('refuses a minimum that would protect nobody, and a sum that does not hold', () => {
    const table = schoolsByLevels([[20, 30]]);
    expect(() => suppressCells(table, 4)).toThrow(TableError);
    const counts = new Map(table.counts).set(cubeKey([null, null]), 51);
    expect(() => suppressCells({ ...table, counts })).toThrow(/holds 51, its parts 50/);
  });
});

describe('for any table', { timeout: 120_000 }, () => {
  it('publishes no count under the minimum and leaves no hidden one to be derived', () => {
    fc.assert(
      fc.property(smallTable, (rows) => {
        const table = schoolsByLevels(rows);
        const hidden = suppressCells(table);
        for (const [key, count] of table.counts) {
          if (!hidden.has(key)) expect(count).toBeGreaterThanOrEqual(11);
        }
        expect(derivableCells(table, (key) => hidden.has(key))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer to the same table, and keeps what it could have published', () => {
    fc.assert(
      fc.property(smallTable, (rows) => {
        const table = schoolsByLevels(rows);
        expect([...suppressCells(table)]).toEqual([...suppressCells(table)]);
        const everySmall = [...table.counts.values()].every((count) => count >= 11);
        expect(suppressCells(table).size === 0).toBe(everySmall);
      }),
    );
  });

  it('leaves every hidden count at least two values that fit all that is published', () => {
    fc.assert(
      fc.property(smallTable, (rows) => {
        const table = schoolsByLevels(rows);
        const hidden = suppressCells(table);
        for (const [key, values] of possibleCounts(table, (cell) => hidden.has(cell))) {
          expect(values.size, `${key} of ${JSON.stringify(rows)}`).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('protects three dimensions and all their margins as well', () => {
    const dimensions = [
      ['a', 'b'],
      ['6e', '4e'],
      ['1', '2', '3'],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }),
        (counts) => {
          const at = new Map<string, number>();
          let next = 0;
          const table = cubeTable(dimensions, (categories) => {
            const key = categories.join();
            const known = at.get(key) ?? counts[next++] ?? 0;
            at.set(key, known);
            return known;
          });
          const hidden = suppressCells(table);
          expect(derivableCells(table, (key) => hidden.has(key))).toEqual([]);
          for (const [key, count] of table.counts)
            if (count < 11) expect(hidden.has(key)).toBe(true);
        },
      ),
    );
  });
});

describe('what follows from what is published', { timeout: 120_000 }, () => {
  it('is found where no single sum shows it', () => {
    // Two hidden cells in each row and column of a 2 by 3 block: a corner follows from the others.
    const sums = [
      { total: 'r1', parts: ['a', 'b'] },
      { total: 'r2', parts: ['c', 'd'] },
      { total: 'k1', parts: ['a', 'c'] },
      { total: 'k2', parts: ['b', 'd', 'e'] },
    ];
    const counts = new Map(
      Object.entries({ a: 3, b: 20, c: 20, d: 15, e: 20, r1: 23, r2: 35, k1: 23, k2: 55 }),
    );
    const unknown = new Set(['a', 'b', 'c', 'd', 'e']);
    expect(derivableCells({ counts, sums }, (key) => unknown.has(key))).toEqual(['e']);
    expect(suppressCells({ counts, sums }).has('a')).toBe(true);
  });
});
