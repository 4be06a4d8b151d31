import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_MINIMUM_CELL, LEAST_VALUES, suppressCells } from './index.ts';
import { type Attacker, createAttacker, type Knowledge, valuesIn } from './testing/attacker.ts';
import { aTerritory, knowledgeOf, tableOf, type Territory } from './testing/cohort-tables.ts';

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});

/** A territory, and which of its places and levels a newcomer joins. */
const joined = fc.tuple(aTerritory(4), fc.nat(), fc.nat()).map(([territory, place, level]) => {
  const chosen = territory[place % territory.length];
  const at = level % (chosen?.levels.length ?? 1);
  const after: Territory = territory.map((one) =>
    one === chosen
      ? { ...one, levels: one.levels.map((count, index) => (index === at ? count + 1 : count)) }
      : one,
  );
  return { before: tableOf(territory), after: tableOf(after) };
});

describe('pupils', { timeout: 120_000 }, () => {
  it('may come in any order', () => {
    fc.assert(
      fc.property(aTerritory(3), fc.infiniteStream(fc.nat()), (territory, luck) => {
        const pupils = territory.flatMap(({ levels, ...place }) =>
          levels.flatMap((count, level) => Array.from({ length: count }, () => ({ place, level }))),
        );
        const mixed = pupils
          .map((pupil) => ({ pupil, at: Number(luck.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ pupil }) => pupil);
        const recounted = territory.map(({ levels, ...place }) => ({
          ...place,
          levels: levels.map(
            (_, level) =>
              mixed.filter(
                (one) =>
                  one.level === level &&
                  one.place.school === place.school &&
                  one.place.yearGroup === place.yearGroup,
              ).length,
          ),
        }));
        const table = tableOf(recounted);
        expect(table).toEqual(tableOf(territory));
        expect([...suppressCells(table)]).toEqual([...suppressCells(tableOf(territory))]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('one pupil more', { timeout: 120_000 }, () => {
  it('publishes nothing that was hidden before', () => {
    fc.assert(
      fc.property(joined, ({ before, after }) => {
        const hidden = suppressCells(before);
        const now = suppressCells(after, DEFAULT_MINIMUM_CELL, hidden);
        for (const key of hidden) expect(now.has(key)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('lets nobody who sees both tables, and knows where the pupil joined, bound a hidden count', () => {
    fc.assert(
      fc.property(joined, ({ before, after }) => {
        const hidden = suppressCells(before);
        const now = suppressCells(after, DEFAULT_MINIMUM_CELL, hidden);
        const first = knowledgeOf(before, (key) => hidden.has(key), DEFAULT_MINIMUM_CELL);
        const second = knowledgeOf(after, (key) => now.has(key), DEFAULT_MINIMUM_CELL);
        const bounds: Knowledge['bounds'] = new Map(
          [...first.bounds].map(([key, { least, most }]) => {
            const joins = (after.counts.get(key) ?? 0) - (before.counts.get(key) ?? 0);
            const then = second.bounds.get(key);
            return [
              key,
              {
                least: Math.max(least, (then?.least ?? 0) - joins),
                most: Math.min(most, (then?.most ?? Number.POSITIVE_INFINITY) - joins),
              },
            ];
          }),
        );
        const knowledge = { bounds, sums: before.sums };
        const small = [...before.counts].flatMap(([key, count]) =>
          count < DEFAULT_MINIMUM_CELL ? [key] : [],
        );
        for (const [key, range] of attacker.rangesOf(small, knowledge)) {
          const isNear = valuesIn(range) < LEAST_VALUES + 3;
          const values = valuesIn(isNear ? attacker.wholeRangeOf(key, knowledge) : range);
          expect(values, key).toBeGreaterThanOrEqual(LEAST_VALUES);
        }
      }),
      { numRuns: 30 },
    );
  });
});
