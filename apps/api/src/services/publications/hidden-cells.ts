import { suppressCells } from '@jalon/disclosure';
import { linkPlaces } from '../cohorts/linked-table.ts';
import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import { type Part, placesOf } from '../cohorts/places.ts';
import type { CohortSchool } from '../cohorts/school.ts';
import { partsById } from './part-keys.ts';
import type { Tally } from './tallies.ts';

/** Counts that are told together, and protected together: one way to part some pupils. */
export interface Counting {
  /** The parts of the pupils that are counted, by name; their sum is the total. */
  cells: readonly string[];
  countOf: (tally: Tally, cell: string) => number;
  /** What a school's year group has counted. */
  tallyOf: (uai: string, yearGroup: string) => Tally | undefined;
  /** Whether a cell (`null`: the total) must be hidden as it was; given its row's pupils now. */
  isHeld: (part: Part, yearGroup: string | null, cell: string | null, pupils: number) => boolean;
}

/** Whether a count of a part stays hidden; `null` for all year groups, and for the total. */
export type IsHidden = (part: Part, yearGroup: string | null, cell: string | null) => boolean;

/**
 * What must be hidden of all places at once. Where nobody is counted there is nothing to hide, and
 * no number to tell either: that a school has not begun says nothing of any pupil, and counted as
 * zeros such schools would have others hidden with them.
 */
export function hiddenCells(
  schools: readonly CohortSchool[],
  { cells, countOf, tallyOf, isHeld }: Counting,
): IsHidden {
  const pupilsOf = (uai: string, year: string, cell: string) => {
    const tally = tallyOf(uai, year);
    return tally ? countOf(tally, cell) : 0;
  };
  const places = placesOf(
    schools.flatMap((school) => {
      const isCounted = (year: string) =>
        cells.some((cell) => pupilsOf(school.uai, year, cell) > 0);
      const yearGroups = school.yearGroups.filter(isCounted);
      return yearGroups.length > 0 ? [{ ...school, yearGroups }] : [];
    }),
  );
  const { table, keyOf } = linkPlaces(places, cells, pupilsOf);
  const parts = partsById(places);
  const held = new Set<string>();
  for (const part of parts.values()) {
    for (const year of [null, ...yearGroupsOf(part)]) {
      const pupils = table.counts.get(keyOf(part, year, null)) ?? 0;
      for (const cell of [null, ...cells]) {
        if (isHeld(part, year, cell, pupils)) held.add(keyOf(part, year, cell));
      }
    }
  }
  const hidden = suppressCells(table, MINIMUM_CELL, held);
  return (part, yearGroup, cell) => {
    const same = parts.get(part.id);
    const key = same && keyOf(same, yearGroup, cell);
    return key === undefined || !table.counts.has(key) || hidden.has(key);
  };
}

/** The year groups that a part is told of by, besides all of them together. */
export const yearGroupsOf = ({ schools, hasYearGroups }: Part): string[] =>
  hasYearGroups ? [...new Set(schools.flatMap(({ yearGroups }) => yearGroups))].sort() : [];
