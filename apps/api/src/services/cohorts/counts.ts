import { cubeKey, DEFAULT_MINIMUM_CELL, roundCount } from '@jalon/disclosure';
import type { CohortGroup, CohortRow, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { linkPlaces } from './linked-table.ts';
import type { Part } from './places.ts';
import { hiddenCells } from './protect.ts';
import type { CohortView } from './view.ts';

/** The smallest count that leaves the API. */
export const MINIMUM_CELL = DEFAULT_MINIMUM_CELL;

/**
 * The pupils of a place with a result in one competence under one release: by group, year group and
 * level, with every total, each count rounded or hidden. Totals come first. What is hidden is
 * decided for all places that are counted together, at once.
 */
export async function countCohort(
  { store }: Pick<ServiceContext, 'store'>,
  { departments, places, place, parts, yearGroups, yearGroup: only }: CohortView,
  { reference, release }: Engine,
  competence: string,
): Promise<CohortRow[]> {
  const levels = release.framework.levels.map(({ level }) => String(level));
  if (place === null) return [emptyRow(levels.length)];
  const counted = await store.read.cohorts.levelCounts({
    ...{ departments, competence, releaseVersion: reference.version },
  });
  const pupils = new Map(
    counted.map((row) => [cubeKey([row.uai, row.yearGroup, String(row.level)]), row.pupils]),
  );
  const { table, keyOf } = linkPlaces(
    places,
    levels,
    (...at: [uai: string, yearGroup: string, level: string]) => pupils.get(cubeKey(at)) ?? 0,
  );
  const hidden = hiddenCells(table, MINIMUM_CELL);
  const rowOf = (part: Part, group: CohortGroup | null, yearGroup: string | null): CohortRow => {
    const cell = (level: string | null) => {
      const key = keyOf(part, yearGroup, level);
      return protect(table.counts.get(key), hidden.has(key));
    };
    return { group, yearGroup, total: cell(null), levels: levels.map(cell) };
  };
  const rowsOf = (part: Part, group: CohortGroup | null): CohortRow[] => {
    const present = new Set(part.schools.flatMap(({ yearGroups }) => yearGroups));
    const years = part.hasYearGroups ? yearGroups.filter((year) => present.has(year)) : [];
    const wanted = only === null ? [null, ...years] : years.filter((year) => year === only);
    return wanted.map((year) => rowOf(part, group, year));
  };
  return [...rowsOf(place, null), ...parts.flatMap((part) => rowsOf(part, part.group))];
}

function protect(pupils: number | undefined, isHidden: boolean): ProtectedCount {
  if (isHidden) return { status: 'suppressed' };
  if (pupils === undefined) throw new Error('A cohort was asked for a cell that it does not have.');
  return { status: 'published', pupils: roundCount(pupils) };
}

/** Of a territory without a school: nobody is there, and that is not told. */
function emptyRow(levels: number): CohortRow {
  const hidden = { status: 'suppressed' } as const;
  return { group: null, yearGroup: null, total: hidden, levels: Array(levels).fill(hidden) };
}
