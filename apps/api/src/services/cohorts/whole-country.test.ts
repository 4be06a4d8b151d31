import { derivableCells, suppressCells } from '@jalon/disclosure';
import { describe, expect, it } from 'vitest';
import { academies } from '../territories/academies.ts';
import { linkPlaces } from './linked-table.ts';
import { placesOf } from './places.ts';
import type { CohortSchool } from './school.ts';

const MINIMUM = 11;
const levels = ['1', '2', '3', '4', '5'];
const yearGroups = ['6e', '5e', '4e', '3e'];
const departments = academies.flatMap((academy) => academy.departments);

/** Schools over all départements, two or three in each: nearly every sum has few parts. */
const schools = Array.from({ length: 250 }, (_, index): CohortSchool => {
  const department = departments[index % departments.length] ?? '';
  return {
    ...{ uai: `S${index}`, schoolName: 'Collège', department, yearGroups },
    ...{ type: 'college', sector: index % 4 === 0 ? 'private' : 'public' },
    ...{ priority: index % 7 === 0 ? 'rep' : 'none', setting: null, enrolment: 90 * (index % 8) },
    ...{ districtCode: `${department}${index % 2}`, districtName: null, pupils: [] },
  };
});

const pupilsOf = new Map(
  schools.map(({ uai }, school) => [
    uai,
    new Map(
      yearGroups.map((year, place) => [
        year,
        levels.map((_, level) => (school * school * 7 + place * 13 + level * 17) % 43),
      ]),
    ),
  ]),
);
const count = (uai: string, year: string, level: string) =>
  pupilsOf.get(uai)?.get(year)?.[Number(level) - 1] ?? 0;

const { table, keyOf } = linkPlaces(placesOf(schools), levels, count);

describe('the places of a whole installation', () => {
  it('are protected together, in time, without hiding most of them', () => {
    const hidden = suppressCells(table, MINIMUM);
    for (const [key, pupils] of table.counts) if (pupils < MINIMUM) expect(hidden).toContain(key);
    expect(derivableCells(table, (key) => hidden.has(key))).toEqual([]);
    const small = [...table.counts.values()].filter((pupils) => pupils < MINIMUM).length;
    expect(hidden.size).toBeLessThan(2.5 * small);
    expect(hidden.size).toBeLessThan(table.counts.size / 2);
  });

  it('keep hidden what was hidden before', () => {
    const hidden = suppressCells(table, MINIMUM);
    const [country] = placesOf(schools).values();
    if (!country) throw new Error('There is no country.');
    const before = new Set([...hidden, keyOf(country, null, null)]);
    expect(before.size).toBe(hidden.size + 1);
    const now = suppressCells(table, MINIMUM, before);
    expect([...before].filter((key) => !now.has(key))).toEqual([]);
  });
});
