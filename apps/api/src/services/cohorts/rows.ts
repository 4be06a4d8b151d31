import type { CohortGroup, CohortRow, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { RowFigures } from '../publications/figures.ts';
import { partKey } from '../publications/part-keys.ts';
import { readFigures } from '../publications/published.ts';
import type { Part } from './places.ts';
import type { CohortView } from './view.ts';

/**
 * The figures of a view in one competence, as they were published: by group and year group, with
 * every total, each rounded or hidden. Totals come first.
 */
export async function cohortRows(
  { store }: Pick<ServiceContext, 'store'>,
  { publication, place, parts, yearGroups, yearGroup: only }: CohortView,
  competence: string,
  levels: number,
): Promise<CohortRow[]> {
  if (publication === null || place === null) return [emptyRow(levels)];
  const { places } = publication;
  const told: { part: Part; group: CohortGroup | null }[] = [
    { part: place, group: null },
    ...parts.map((part) => ({ part, group: part.group })),
  ];
  const keys = told.map(({ part }) => partKey(part, places));
  const figures = await readFigures({ store }, publication, competence, keys);
  const rows = told.flatMap(({ part, group }, index) => {
    const byYear = new Map(
      (figures.get(keys[index] ?? '') ?? []).map((row) => [row.yearGroup, row] as const),
    );
    const years = part.hasYearGroups ? yearGroups.filter((year) => byYear.has(year)) : [];
    const wanted = only === null ? [null, ...years] : years.filter((year) => year === only);
    return wanted.flatMap((year) => {
      const row = byYear.get(year);
      return row ? [toRow(row, group)] : [];
    });
  });
  return rows.length > 0 ? rows : [emptyRow(levels)];
}

const toRow = (row: RowFigures, group: CohortGroup | null): CohortRow => ({
  group,
  yearGroup: row.yearGroup,
  total: counted(row.total),
  levels: row.levels.map(counted),
  enrolled: counted(row.enrolled),
  standing: row.standing,
  growth: row.growth,
});

/** A count as it was published: told or hidden. */
export const counted = (pupils: number | null): ProtectedCount =>
  pupils === null ? { status: 'suppressed' } : { status: 'published', pupils };

/** Of a territory of which nothing was published: nobody is there, and that is not told. */
function emptyRow(levels: number): CohortRow {
  const hidden = { status: 'suppressed' } as const;
  return {
    ...{ group: null, yearGroup: null, total: hidden, enrolled: hidden },
    levels: Array.from({ length: levels }, () => hidden),
    ...{ standing: null, growth: null },
  };
}
