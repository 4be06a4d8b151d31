import { type CountTable, cubeKey, type Sum } from '@jalon/disclosure';
import { type Part, type Place, placeId } from './places.ts';

/** Pupils of a school, in a year group, at a level. */
export type Count = (uai: string, yearGroup: string, level: string) => number;

/**
 * The counts of every place and of every part of it, crossed with year groups and levels, with every
 * sum that holds among them. It is one table, so that what is hidden in one view of the schools is
 * hidden in all: no two views can be subtracted from each other.
 */
export interface LinkedTable {
  table: CountTable;
  /** The key of a cell; `null` for all year groups, or all levels. */
  keyOf: (part: Part, yearGroup: string | null, level: string | null) => string;
}

type Counted = Pick<Part, 'schools' | 'hasYearGroups'>;

/** A part that is counted, and the parts that it is the sum of. */
interface Link {
  total: string;
  parts: readonly string[];
}

/**
 * Crosses places with year groups and levels. A year group that a part does not have is no cell.
 */
export function linkPlaces(
  places: ReadonlyMap<string, Place>,
  levels: readonly string[],
  count: Count,
): LinkedTable {
  const names = new Names();
  const links = distinct([...places.values()].flatMap((place) => linksOf(place, places, names)));
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  for (const [name, part] of names.parts) {
    const years = countedYears(part);
    countPart(counts, { name, schools: part.schools }, { years, levels, count });
    sums.push(...sumsWithin(name, years, levels));
  }
  for (const link of links) {
    const whole = names.parts.get(link.total);
    for (const yearGroup of [null, ...(whole ? countedYears(whole) : [])]) {
      const present = link.parts.filter((part) => names.has(part, yearGroup));
      const isTold = present.every((part) => counts.has(cubeKey([part, yearGroup, null])));
      for (const level of isTold ? [null, ...levels] : []) {
        sums.push({
          total: cubeKey([link.total, yearGroup, level]),
          parts: present.map((part) => cubeKey([part, yearGroup, level])),
        });
      }
    }
  }
  return {
    table: { counts, sums },
    keyOf: (part, yearGroup, level) => cubeKey([names.of(part), yearGroup, level]),
  };
}

/** The year groups that a part is counted in besides all of them. */
const countedYears = ({ schools, hasYearGroups }: Counted): string[] =>
  hasYearGroups ? [...new Set(schools.flatMap(({ yearGroups }) => yearGroups))] : [];

/** What parts are called: those of the same schools are one, and hidden or shown together. */
class Names {
  readonly parts = new Map<string, Counted>();
  readonly #bySchools = new Map<string, string>();
  readonly #known = new Map<Part, string>();

  of(part: Part): string {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    const uais = part.schools.map(({ uai }) => uai).sort();
    const schools = uais.join();
    const [only, ...others] = uais;
    // What a school alone is called does not hang on what else it is a part of.
    const own = only !== undefined && others.length === 0 ? placeId('school', only) : part.id;
    const name = this.#bySchools.get(schools) ?? own;
    this.#bySchools.set(schools, name);
    this.#known.set(part, name);
    const hasYearGroups = part.hasYearGroups || this.parts.get(name)?.hasYearGroups === true;
    this.parts.set(name, { schools: part.schools, hasYearGroups });
    return name;
  }

  /** Whether a part has a year group, counted in it or not. */
  has(name: string, yearGroup: string | null): boolean {
    if (yearGroup === null) return true;
    const schools = this.parts.get(name)?.schools ?? [];
    return schools.some(({ yearGroups }) => yearGroups.includes(yearGroup));
  }
}

/** How a place is the sum of its parts, and each of these of the parts of the places right below. */
function linksOf(place: Place, places: ReadonlyMap<string, Place>, names: Names): Link[] {
  const links: Link[] = [];
  const link = (total: Part, parts: readonly Part[]) => {
    if (parts.length > 1)
      links.push({ total: names.of(total), parts: parts.map((p) => names.of(p)) });
  };
  const [first] = place.partings.values();
  const below = first ?? [];
  for (const [by, parts] of place.partings) {
    parts.forEach((part) => names.of(part));
    link(place, parts);
    if (parts === below) continue;
    for (const part of parts) {
      link(
        part,
        below.flatMap((child): readonly Part[] => {
          const isWithin = child.schools.every((school) => part.schools.includes(school));
          if (isWithin) return [child];
          const childPlace = places.get(child.placeId ?? '');
          return (childPlace?.partings.get(by) ?? []).filter(
            ({ group }) => group.code === part.group.code,
          );
        }),
      );
    }
  }
  return links;
}

/** Links without those that say the same once more. */
function distinct(links: readonly Link[]): Link[] {
  const known = new Map(
    links.map((link) => [JSON.stringify([link.total, link.parts.toSorted()]), link]),
  );
  return [...known.values()];
}

/** Counts a part in each of its year groups and at each level, and in all of them. */
function countPart(
  counts: Map<string, number>,
  { name, schools }: Pick<Part, 'schools'> & { name: string },
  of: { years: readonly string[]; levels: readonly string[]; count: Count },
): void {
  const add = (yearGroup: string | null, level: string | null, pupils: number) => {
    const key = cubeKey([name, yearGroup, level]);
    counts.set(key, (counts.get(key) ?? 0) + pupils);
  };
  for (const yearGroup of [null, ...of.years]) {
    for (const level of [null, ...of.levels]) add(yearGroup, level, 0);
  }
  for (const { uai, yearGroups } of schools) {
    for (const yearGroup of yearGroups) {
      for (const level of of.levels) {
        const pupils = of.count(uai, yearGroup, level);
        if (pupils === 0) continue;
        for (const year of of.years.includes(yearGroup) ? [null, yearGroup] : [null]) {
          for (const at of [null, level]) add(year, at, pupils);
        }
      }
    }
  }
}

/** All year groups are the sum of each, and all levels of each. */
function sumsWithin(name: string, years: readonly string[], levels: readonly string[]): Sum[] {
  return [
    ...(years.length === 0 ? [] : [null, ...levels]).map((level) => ({
      total: cubeKey([name, null, level]),
      parts: years.map((year) => cubeKey([name, year, level])),
    })),
    ...[null, ...years].map((year) => ({
      total: cubeKey([name, year, null]),
      parts: levels.map((level) => cubeKey([name, year, level])),
    })),
  ];
}
