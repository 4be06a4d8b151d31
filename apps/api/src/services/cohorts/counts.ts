import {
  type CountTable,
  cubeKey,
  cubeTable,
  DEFAULT_MINIMUM_CELL,
  suppressCells,
} from '@jalon/disclosure';
import type { CohortRow, ProtectedCount } from '@jalon/types';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';

/** The smallest count that leaves the API. */
export const MINIMUM_CELL = DEFAULT_MINIMUM_CELL;

/** Year groups in the order of schooling; what is not one of them comes last, by name. */
const schooling = ['CE2', 'CM1', 'CM2', '6e', '5e', '4e', '3e', '2de', '1re', 'Tle'];

/**
 * The pupils of a territory with a result in one competence under one release: by school,
 * year group and level, with every total, each count published or hidden. Totals come first.
 */
export async function countCohort(
  { store }: Pick<ServiceContext, 'store'>,
  { department }: Inspector,
  { reference, release }: Engine,
  competence: string,
): Promise<CohortRow[]> {
  const releaseVersion = reference.version;
  const [groups, counted] = await Promise.all([
    store.read.cohorts.yearGroups({ department }),
    store.read.cohorts.levelCounts({ department, competence, releaseVersion }),
  ]);
  const schools = new Map(groups.map(({ uai, schoolName }) => [uai, schoolName]));
  const yearGroups = [...new Set(groups.map(({ yearGroup }) => yearGroup))].sort(bySchooling);
  const levels = release.framework.levels.map(({ level }) => String(level));
  const pupils = new Map(
    counted.map((row) => [cubeKey([row.uai, row.yearGroup, String(row.level)]), row.pupils]),
  );

  const present = new Set(groups.map(({ uai, yearGroup }) => cubeKey([uai, yearGroup])));
  const isPresent = (uai: string, yearGroup: string) => present.has(cubeKey([uai, yearGroup]));
  const absent = [...schools.keys()].flatMap((uai) =>
    yearGroups
      .filter((yearGroup) => !isPresent(uai, yearGroup))
      .flatMap((yearGroup) => [null, ...levels].map((level) => cubeKey([uai, yearGroup, level]))),
  );
  const table = without(
    new Set(absent),
    cubeTable(
      [[...schools.keys()], yearGroups, levels],
      (categories) => pupils.get(cubeKey(categories)) ?? 0,
    ),
  );
  const hidden = suppressCells(table, MINIMUM_CELL);
  const cell = (uai: string | null, yearGroup: string | null, level: string | null) => {
    const key = cubeKey([uai, yearGroup, level]);
    return protect(table.counts.get(key), hidden.has(key));
  };
  const rowOf = (uai: string | null, yearGroup: string | null): CohortRow => ({
    school: uai === null ? null : { uai, name: schools.get(uai) ?? uai },
    yearGroup,
    total: cell(uai, yearGroup, null),
    levels: levels.map((level) => cell(uai, yearGroup, level)),
  });
  return [
    rowOf(null, null),
    ...yearGroups.map((yearGroup) => rowOf(null, yearGroup)),
    ...[...schools.keys()].flatMap((uai) => [
      rowOf(uai, null),
      ...yearGroups
        .filter((yearGroup) => isPresent(uai, yearGroup))
        .map((yearGroup) => rowOf(uai, yearGroup)),
    ]),
  ];
}

/**
 * A table without the year groups that a school does not have. Everyone knows that nobody is there:
 * such a cell can neither be hidden nor hide another.
 */
function without(absent: ReadonlySet<string>, { counts, sums }: CountTable): CountTable {
  const isThere = (key: string) => !absent.has(key);
  return {
    counts: new Map([...counts].filter(([key]) => isThere(key))),
    sums: sums
      .filter(({ total }) => isThere(total))
      .map(({ total, parts }) => ({ total, parts: parts.filter(isThere) })),
  };
}

function protect(pupils: number | undefined, isHidden: boolean): ProtectedCount {
  if (isHidden) return { status: 'suppressed' };
  if (pupils === undefined) throw new Error('A cohort was asked for a cell that it does not have.');
  return { status: 'published', pupils };
}

function bySchooling(a: string, b: string): number {
  const rank = (name: string) => {
    const index = schooling.indexOf(name);
    return index === -1 ? schooling.length : index;
  };
  return rank(a) - rank(b) || a.localeCompare(b, 'fr');
}
