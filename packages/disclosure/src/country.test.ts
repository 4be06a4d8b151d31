import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_MINIMUM_CELL, derivableCells, LEAST_VALUES, suppressCells } from './index.ts';
import { type Attacker, createAttacker, valuesIn } from './testing/attacker.ts';
import { knowledgeOf, unrounded } from './testing/cohort-tables.ts';
import { aCountry, countryTable } from './testing/hierarchies.ts';

/** From here up, tables of whole numbers are not looked for: the linear range is wide enough. */
const NEAR = LEAST_VALUES + 3;

/** Up to so many cells it is proved that each small count keeps enough values. */
const PROVED = 500;

/** Each question is put to a table of hundreds of cells: more are asked only of whoever says so. */
const COUNTRIES = Number(process.env['JALON_COUNTRIES'] ?? 24);
const ASKED = 25;

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});

describe('the table of a whole country', { timeout: 3_600_000 }, () => {
  it('lets nobody who reads all of its views bound a small count closer than five values', () => {
    const told = { tables: 0, asked: 0, exposed: 0, narrowest: Number.POSITIVE_INFINITY };
    for (const country of fc.sample(aCountry(12), { numRuns: COUNTRIES, seed: 24 })) {
      const table = countryTable(country);
      const hidden = suppressCells(table);
      const isHidden = (key: string) => hidden.has(key);
      const small = [...table.counts].flatMap(([key, count]) =>
        count < DEFAULT_MINIMUM_CELL ? [key] : [],
      );
      expect(small.every(isHidden)).toBe(true);
      expect(derivableCells(table, isHidden)).toEqual([]);
      const every = Math.ceil(small.length / ASKED);
      const asked = small.filter((_, index) => index % every === 0);
      // What is proved, is so from whoever knew published counts as they are.
      const knowledge =
        table.counts.size <= PROVED
          ? unrounded(table, isHidden)
          : knowledgeOf(table, isHidden, DEFAULT_MINIMUM_CELL);
      told.tables += 1;
      told.asked += asked.length;
      for (const [key, range] of attacker.rangesOf(asked, knowledge)) {
        const isNear = valuesIn(range) < NEAR;
        const values = valuesIn(isNear ? attacker.wholeRangeOf(key, knowledge) : range);
        told.narrowest = Math.min(told.narrowest, values);
        if (values < LEAST_VALUES) told.exposed += 1;
      }
    }
    if (process.env['JALON_TELL']) console.log(told);
    expect(told.exposed).toBe(0);
  });
});
