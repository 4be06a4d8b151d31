import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cubeKey, cubeTable, DEFAULT_MINIMUM_CELL, LEAST_VALUES, suppressCells } from './index.ts';
import { type Attacker, createAttacker, type Knowledge, valuesIn } from './testing/attacker.ts';
import { aTerritory, knowledgeOf, tableOf, unrounded } from './testing/cohort-tables.ts';

/** From here up, tables of whole numbers are not looked for: the linear range is wide enough. */
const NEAR = LEAST_VALUES + 3;

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});

/** The cells that are known more closely than they may be, of some. */
function exposed(keys: readonly string[], knowledge: Knowledge) {
  return [...attacker.rangesOf(keys, knowledge)].filter(([key, range]) => {
    if (valuesIn(range) >= NEAR) return false;
    return valuesIn(attacker.wholeRangeOf(key, knowledge)) < LEAST_VALUES;
  });
}

describe('whoever knows the rules and all published counts', { timeout: 120_000 }, () => {
  it('bounds no hidden count under the minimum closer than five values', () => {
    fc.assert(
      fc.property(aTerritory(5), (territory) => {
        const table = tableOf(territory);
        const hidden = suppressCells(table);
        const isHidden = (key: string) => hidden.has(key);
        const small = [...table.counts].flatMap(([key, count]) =>
          count < DEFAULT_MINIMUM_CELL ? [key] : [],
        );
        expect(small.every(isHidden)).toBe(true);
        expect(exposed(small, knowledgeOf(table, isHidden, DEFAULT_MINIMUM_CELL))).toEqual([]);
        expect(exposed(small, unrounded(table, isHidden))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('nor in a table too large to look for the fewest cells to hide', () => {
    for (const territory of fc.sample(aTerritory(20), { numRuns: 60, seed: 24 })) {
      const table = tableOf(territory);
      if (table.counts.size <= 200) continue;
      const hidden = suppressCells(table);
      const small = [...table.counts].flatMap(([key, count]) =>
        count < DEFAULT_MINIMUM_CELL ? [key] : [],
      );
      // Every eighth: each question is put to a table of hundreds of cells.
      const asked = small.filter((_, index) => index % 8 === 0);
      const knowledge = knowledgeOf(table, (key) => hidden.has(key), DEFAULT_MINIMUM_CELL);
      expect(exposed(asked, knowledge)).toEqual([]);
    }
  });

  it('does where a cell is hidden with one that can give it nothing', () => {
    // All but the block of four is published: nothing can move by more than one.
    const counts: Record<string, number> = { 'a,1': 20, 'a,2': 1, 'b,1': 1, 'b,2': 0 };
    const table = cubeTable(
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      (at) => counts[at.join()] ?? 0,
    );
    const block = new Set(['a', 'b'].flatMap((one) => ['1', '2'].map((at) => cubeKey([one, at]))));
    const knowledge = unrounded(table, (key) => block.has(key));
    expect(exposed([...block], knowledge).map(([key]) => key)).toContain(cubeKey(['b', '2']));
  });
});
