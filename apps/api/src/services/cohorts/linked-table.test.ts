import { checkTable, derivableCells, suppressCells } from '@jalon/disclosure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPlaces } from './linked-table.ts';
import { type Part, placesOf } from './places.ts';
import type { CohortSchool } from './school.ts';

const MINIMUM = 11;
const levels = ['1', '2', '3'];

const aSchool = fc.record({
  department: fc.constantFrom('69', '01', '42'),
  sector: fc.constantFrom('public' as const, 'private' as const, null),
  priority: fc.constantFrom('none' as const, 'rep' as const),
  districtCode: fc.constantFrom('D1', 'D2', null),
  yearGroups: fc.uniqueArray(fc.constantFrom('6e', '4e'), { minLength: 1 }),
  counts: fc.array(fc.oneof(fc.nat(14), fc.integer({ min: 11, max: 50 })), {
    ...{ minLength: 6, maxLength: 6 },
  }),
});

interface Counted extends CohortSchool {
  counts: readonly number[];
}

const schoolsFrom = (drawn: readonly Omit<Counted, keyof typeof rest | 'uai'>[]): Counted[] =>
  drawn.map((school, index) => ({
    ...{ ...rest, ...school, uai: `S${index}` },
    districtName: school.districtCode,
  }));
const rest = {
  ...{ schoolName: 'Collège', type: null, setting: null, enrolment: null, districtName: null },
  pupils: [],
};

function linked(schools: readonly Counted[]) {
  const places = placesOf(schools);
  const byUai = new Map(schools.map((school) => [school.uai, school]));
  const count = (uai: string, year: string, level: string) =>
    byUai.get(uai)?.counts[(year === '6e' ? 0 : 3) + Number(level) - 1] ?? 0;
  return { places, ...linkPlaces(places, levels, count) };
}

/** Every part that some view shows, with the place and the way it is a part of. */
const partsOf = (places: ReturnType<typeof linked>['places']): Part[] =>
  [...places.values()].flatMap((place) => [place, ...[...place.partings.values()].flat()]);

const drawn = fc.array(aSchool, { minLength: 1, maxLength: 6 }).map(schoolsFrom);

describe('the table of all places at once', () => {
  it('holds: every sum in it is the sum of its parts, and every view is in it', () => {
    fc.assert(
      fc.property(drawn, (schools) => {
        const { places, table, keyOf } = linked(schools);
        checkTable(table);
        for (const part of partsOf(places)) {
          const pupils = part.schools.reduce((sum, school) => {
            const counted = schools.find(({ uai }) => uai === school.uai);
            const years = school.yearGroups.flatMap((year) =>
              year === '6e' ? [0, 1, 2] : [3, 4, 5],
            );
            return sum + years.reduce((all, at) => all + (counted?.counts[at] ?? 0), 0);
          }, 0);
          expect(table.counts.get(keyOf(part, null, null)), part.id).toBe(pupils);
        }
      }),
    );
  });

  it('counts parts of the same schools once, so that both are hidden or shown', () => {
    const [one] = fc.sample(aSchool, { numRuns: 1, seed: 1 });
    if (!one) throw new Error('No school was drawn.');
    const { places, keyOf } = linked(schoolsFrom([{ ...one, department: '69' }]));
    const keys = new Set(partsOf(places).map((part) => keyOf(part, null, null)));
    expect(keys.size).toBe(1);
  });

  it('lets nobody work a small count out from all views together', () => {
    fc.assert(
      fc.property(drawn, (schools) => {
        const { places, table, keyOf } = linked(schools);
        const hidden = suppressCells(table, MINIMUM);
        // What an attacker knows to hold: every part of every place is the sum of its schools.
        const bySchool = [...places.values()].filter(({ kind }) => kind === 'school');
        const sums = partsOf(places).flatMap((part) => {
          const below = bySchool.filter(({ schools: [school] }) =>
            part.schools.some(({ uai }) => uai === school?.uai),
          );
          if (below.length < 2) return [];
          const years = part.hasYearGroups ? [null, '6e', '4e'] : [null];
          return years.flatMap((year) =>
            [null, ...levels].flatMap((level) => {
              const total = keyOf(part, year, level);
              const parts = below
                .map((school) => keyOf(school, year, level))
                .filter((key) => table.counts.has(key));
              return table.counts.has(total) ? [{ total, parts }] : [];
            }),
          );
        });
        const known = { counts: table.counts, sums: [...table.sums, ...sums] };
        checkTable(known);
        expect(derivableCells(known, (key) => hidden.has(key))).toEqual([]);
        for (const [key, count] of table.counts) if (count < MINIMUM) expect(hidden).toContain(key);
      }),
      { numRuns: 25 },
    );
  });
});
