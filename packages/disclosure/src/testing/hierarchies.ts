import fc from 'fast-check';
import { cubeKey } from '../cube.ts';
import type { CountTable, Sum } from '../table.ts';

/** A school of a country, with what it is counted together with others by. */
export interface CountrySchool {
  readonly department: string;
  readonly sector: string;
  /** May lie in several départements. */
  readonly district: string;
  /** Pupils at each level, by year group. */
  readonly years: ReadonlyMap<string, readonly number[]>;
  /** The share of each year group that is measured twice. */
  readonly twice: number;
}

const YEAR_GROUPS = ['6e', '5e', '4e', '3e'];
const LEVELS = ['1', '2', '3', '4', '5'];

/** Countries of two départements, as they come and as an attacker would wish them. */
export const aCountry = (mostSchools: number): fc.Arbitrary<readonly CountrySchool[]> =>
  fc
    .record({
      years: fc.integer({ min: 1, max: YEAR_GROUPS.length }),
      levels: fc.integer({ min: 2, max: LEVELS.length }),
      counts: fc.constantFrom<fc.Arbitrary<number>>(
        fc.nat(60),
        fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(13)),
        fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, fc.integer({ min: 80, max: 300 })),
        fc.constantFrom(0, 1, 11, 12),
        fc.constantFrom(3, 10, 12, 13, 17, 23),
      ),
    })
    .chain(({ years, levels, counts }) => {
      const atLevels = fc.array(counts, { minLength: levels, maxLength: levels });
      const aSchool = fc.subarray(YEAR_GROUPS.slice(0, years), { minLength: 1 }).chain((present) =>
        fc.record({
          department: fc.constantFrom('69', '01'),
          sector: fc.constantFrom('public', 'public', 'private'),
          district: fc.constantFrom('d1', 'd2', 'd3'),
          years: fc
            .tuple(...present.map(() => atLevels))
            .map((drawn) => new Map(present.map((year, index) => [year, drawn[index] ?? []]))),
          twice: fc.constantFrom(0, 0.3, 0.9, 1),
        }),
      );
      return fc.array(aSchool, { minLength: 2, maxLength: mostSchools });
    });

type Place = readonly CountrySchool[];

/**
 * The table of all places at once: country, départements and schools by year group, districts and
 * sectors over all of these; crossed with levels, and with who was measured twice or once.
 */
export function countryTable(country: Place): CountTable {
  const by = (place: Place, of: (school: CountrySchool) => unknown): Place[] => [
    ...Map.groupBy(place, of).values(),
  ];
  const departments = by(country, ({ department }) => department);
  const sectors = by(country, ({ sector }) => sector);
  const districts = by(country, ({ district }) => district);
  const bySector = departments.flatMap((one) => by(one, ({ sector }) => sector));
  const schools = country.map((school): Place => [school]);
  const detailed = new Set([country, ...departments, ...schools].map(nameOf));
  const yearsOf = (place: Place) =>
    detailed.has(nameOf(place))
      ? [...new Set(place.flatMap(({ years }) => [...years.keys()]))]
      : [];
  const [levels = []] = country.flatMap(({ years }) => [...years.values()]);
  const ways = [LEVELS.slice(0, levels.length), ['twice', 'once']];
  const everywhere = [null, ...ways.flat()];

  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const place of [
    country,
    ...departments,
    ...sectors,
    ...districts,
    ...bySector,
    ...schools,
  ]) {
    const name = nameOf(place);
    if (counts.has(cubeKey([name, null, null]))) continue;
    const years = yearsOf(place);
    for (const year of [null, ...years]) {
      for (const at of everywhere) counts.set(cubeKey([name, year, at]), pupilsOf(place, year, at));
      for (const way of ways) {
        sums.push({
          total: cubeKey([name, year, null]),
          parts: way.map((at) => cubeKey([name, year, at])),
        });
      }
    }
    for (const at of years.length > 0 ? everywhere : []) {
      sums.push({
        total: cubeKey([name, null, at]),
        parts: years.map((year) => cubeKey([name, year, at])),
      });
    }
  }
  const link = (total: Place, parts: readonly Place[]) => {
    if (parts.length < 2) return;
    const isByYear = parts.every((part) => yearsOf(part).length > 0);
    for (const year of [null, ...(isByYear ? yearsOf(total) : [])]) {
      const present = parts.filter((part) => year === null || yearsOf(part).includes(year));
      for (const at of everywhere) {
        sums.push({
          total: cubeKey([nameOf(total), year, at]),
          parts: present.map((part) => cubeKey([nameOf(part), year, at])),
        });
      }
    }
  };
  const within = (total: Place, parts: readonly Place[]) =>
    link(
      total,
      parts.filter((part) => part.every((school) => total.includes(school))),
    );
  for (const parts of [departments, sectors, districts]) link(country, parts);
  for (const one of departments) for (const parts of [schools, bySector]) within(one, parts);
  for (const one of sectors) within(one, bySector);
  for (const one of [...bySector, ...districts]) within(one, schools);
  return { counts, sums };

  function nameOf(place: Place): string {
    return place.map((school) => country.indexOf(school)).join(' ');
  }
}

/** Pupils of a place in a year group (`null` for all), at a level or measured so often. */
function pupilsOf(place: Place, yearGroup: string | null, at: string | null): number {
  let pupils = 0;
  for (const { years, twice } of place) {
    for (const [year, counts] of years) {
      if (yearGroup !== null && year !== yearGroup) continue;
      const all = counts.reduce((sum, count) => sum + count, 0);
      const measuredTwice = Math.floor(all * twice);
      if (at === 'twice') pupils += measuredTwice;
      else if (at === 'once') pupils += all - measuredTwice;
      else pupils += at === null ? all : (counts[LEVELS.indexOf(at)] ?? 0);
    }
  }
  return pupils;
}
