import fc from 'fast-check';
import { cubeKey, cubeTable } from '../cube.ts';
import { countsBehind, type Interval, roundCount } from '../rounding.ts';
import type { CountTable } from '../table.ts';
import type { Knowledge } from './attacker.ts';

/** Pupils at each level, by school and year group; a year group that a school lacks is not there. */
export type Territory = readonly {
  readonly school: string;
  readonly yearGroup: string;
  readonly levels: readonly number[];
}[];

const YEAR_GROUPS = ['6e', '5e', '4e', '3e'];
const LEVELS = ['1', '2', '3', '4', '5'];

/** Territories as they come and as an attacker would wish them: full, sparse, skewed, with holes. */
export const aTerritory = (mostSchools: number): fc.Arbitrary<Territory> =>
  fc
    .record({
      schools: fc.integer({ min: 1, max: mostSchools }),
      years: fc.integer({ min: 1, max: YEAR_GROUPS.length }),
      levels: fc.integer({ min: 2, max: LEVELS.length }),
      counts: fc.constantFrom<fc.Arbitrary<number>>(
        fc.nat(60),
        fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(13)),
        fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, fc.integer({ min: 80, max: 300 })),
        fc.constantFrom(0, 1, 11, 12),
        fc.constantFrom(3, 10, 12, 13, 17, 23),
      ),
      absent: fc.constantFrom(0, 0, 0.4),
    })
    .chain(({ schools, years, levels, counts, absent }) => {
      const places = Array.from({ length: schools * years }, (_, index) => ({
        school: `s${index % schools}`,
        yearGroup: YEAR_GROUPS[Math.floor(index / schools)] ?? '',
      }));
      const one = fc.tuple(
        fc.array(counts, { minLength: levels, maxLength: levels }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      );
      return fc.array(one, { minLength: places.length, maxLength: places.length }).map((drawn) =>
        places.flatMap((place, index) => {
          const [atLevels = [], luck = 1] = drawn[index] ?? [];
          return index > 0 && luck < absent ? [] : [{ ...place, levels: atLevels }];
        }),
      );
    });

/** The territory's table with every total, without the year groups that a school lacks. */
export function tableOf(territory: Territory): CountTable {
  const schools = [...new Set(territory.map(({ school }) => school))];
  const yearGroups = [...new Set(territory.map(({ yearGroup }) => yearGroup))];
  const levels = LEVELS.slice(0, territory[0]?.levels.length ?? 0);
  const at = new Map(
    territory.map((place) => [cubeKey([place.school, place.yearGroup]), place.levels]),
  );
  const { counts, sums } = cubeTable([schools, yearGroups, levels], (categories) => {
    const [school = '', yearGroup = '', level = ''] = categories;
    return at.get(cubeKey([school, yearGroup]))?.[LEVELS.indexOf(level)] ?? 0;
  });
  const absent = new Set(
    schools
      .flatMap((school) => yearGroups.map((yearGroup) => [school, yearGroup] as const))
      .filter((place) => !at.has(cubeKey(place)))
      .flatMap((place) => [null, ...levels].map((level) => cubeKey([...place, level]))),
  );
  const isThere = (key: string) => !absent.has(key);
  return {
    counts: new Map([...counts].filter(([key]) => isThere(key))),
    sums: sums
      .filter(({ total }) => isThere(total))
      .map(({ total, parts }) => ({ total, parts: parts.filter(isThere) })),
  };
}

/** What whoever knows the rules knows of a table: rounded counts, and nothing of hidden ones. */
export function knowledgeOf(
  { counts, sums }: CountTable,
  isHidden: (key: string) => boolean,
  minimumCell: number,
): Knowledge {
  const bounds = [...counts].map(([key, count]): [string, Interval] => [
    key,
    isHidden(key)
      ? { least: 0, most: Number.POSITIVE_INFINITY }
      : countsBehind(roundCount(count), minimumCell),
  ]);
  return { bounds: new Map(bounds), sums };
}

/** What one would know if all published counts stood there as they are. */
export function unrounded(
  { counts, sums }: CountTable,
  isHidden: (key: string) => boolean,
): Knowledge {
  const bounds = [...counts].map(([key, count]): [string, Interval] => [
    key,
    isHidden(key) ? { least: 0, most: Number.POSITIVE_INFINITY } : { least: count, most: count },
  ]);
  return { bounds: new Map(bounds), sums };
}
