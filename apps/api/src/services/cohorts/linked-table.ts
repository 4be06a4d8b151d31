import { type CountTable, cubeKey, type Sum } from '@jalon/disclosure';
import type { Part, Place } from './places.ts';

/** Pupils of a school, in a year group, at a level. */
type Count = (uai: string, yearGroup: string, level: string) => number;

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

/** A part that is counted, and the parts that it is the sum of. */
interface Link {
  total: string;
  parts: readonly string[];
}

/** Crosses places with year groups and levels. A year group that a part does not have is no cell. */
export function linkPlaces(
  places: ReadonlyMap<string, Place>,
  levels: readonly string[],
  count: Count,
): LinkedTable {
  const names = new Names();
  const links = [...places.values()].flatMap((place) => linksOf(place, places, names));
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const yearsOf = new Map<string, readonly string[]>();
  for (const [name, { schools }] of names.parts) {
    const years = [...new Set(schools.flatMap(({ yearGroups }) => yearGroups))];
    yearsOf.set(name, years);
    countPart(counts, { name, schools }, { years, levels, count });
    sums.push(...sumsWithin(name, years, levels));
  }
  for (const { total, parts } of links) {
    for (const yearGroup of [null, ...(yearsOf.get(total) ?? [])]) {
      for (const level of [null, ...levels]) {
        const keys = parts.map((part) => cubeKey([part, yearGroup, level]));
        const key = cubeKey([total, yearGroup, level]);
        sums.push({ total: key, parts: keys.filter((one) => counts.has(one)) });
      }
    }
  }
  return {
    table: { counts, sums },
    keyOf: (part, yearGroup, level) => cubeKey([names.of(part), yearGroup, level]),
  };
}

/** What parts are called: those of the same schools are one, and hidden or shown together. */
class Names {
  readonly parts = new Map<string, Part>();
  readonly #bySchools = new Map<string, string>();
  readonly #known = new Map<Part, string>();

  of(part: Part): string {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    const schools = part.schools
      .map(({ uai }) => uai)
      .sort()
      .join();
    const name = this.#bySchools.get(schools) ?? part.id;
    this.#bySchools.set(schools, name);
    this.#known.set(part, name);
    if (!this.parts.has(name)) this.parts.set(name, part);
    return name;
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
        for (const year of [null, yearGroup]) for (const at of [null, level]) add(year, at, pupils);
      }
    }
  }
}

/** All year groups are the sum of each, and all levels of each. */
function sumsWithin(name: string, years: readonly string[], levels: readonly string[]): Sum[] {
  return [
    ...[null, ...levels].map((level) => ({
      total: cubeKey([name, null, level]),
      parts: years.map((year) => cubeKey([name, year, level])),
    })),
    ...[null, ...years].map((year) => ({
      total: cubeKey([name, year, null]),
      parts: levels.map((level) => cubeKey([name, year, level])),
    })),
  ];
}
