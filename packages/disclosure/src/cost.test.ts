import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountTable, cubeTable, DEFAULT_MINIMUM_CELL, suppressCells } from './index.ts';
import { fewestCompanions } from './testing/fewest-companions.ts';

/** More would take too long to try all. */
const MOST_COMPANIONS = 8;

/** Tables of two and of three dimensions with all their margins, a quarter of their cells small. */
const aSmallTable = fc
  .constantFrom<readonly (readonly string[])[]>(
    [
      ['a', 'b', 'c'],
      ['1', '2'],
    ],
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
    [
      ['a', 'b'],
      ['x', 'y'],
      ['1', '2'],
    ],
  )
  .chain((dimensions) => {
    const size = dimensions.reduce((product, { length }) => product * length, 1);
    const count = fc.oneof(
      { weight: 1, arbitrary: fc.nat(10) },
      { weight: 3, arbitrary: fc.integer({ min: 11, max: 50 }) },
    );
    return fc
      .array(count, { minLength: size, maxLength: size, size: 'max' })
      .map((counts) => tableFrom(dimensions, counts));
  });

function tableFrom(
  dimensions: readonly (readonly string[])[],
  counts: readonly number[],
): CountTable {
  return cubeTable(dimensions, (categories) => {
    const index = categories.reduce(
      (soFar, category, dimension) =>
        soFar * (dimensions[dimension]?.length ?? 1) +
        (dimensions[dimension] ?? []).indexOf(category),
      0,
    );
    return counts[index] ?? 0;
  });
}

describe('what is hidden besides small counts', { timeout: 120_000 }, () => {
  it('is never more than 1.3 times the fewest that would do, in small tables', () => {
    const ratios = fc.sample(aSmallTable, { numRuns: 200, seed: 24 }).flatMap((table) => {
      const small = [...table.counts.values()].filter((count) => count < DEFAULT_MINIMUM_CELL);
      const lost = suppressCells(table).size - small.length;
      if (lost === 0 || lost > MOST_COMPANIONS) return [];
      return [lost / fewestCompanions(table, DEFAULT_MINIMUM_CELL, lost)];
    });
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    expect(ratios.length).toBeGreaterThan(100);
    expect(mean).toBeLessThan(1.02);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1.3);
    if (process.env['JALON_TELL'])
      console.log({ of: ratios.length, mean, worst: Math.max(...ratios) });
  });
});
