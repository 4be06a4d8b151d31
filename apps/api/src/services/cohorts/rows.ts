import type { CohortGroup, CohortRow, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { RowFigures } from '../publications/figures.ts';
import { partKey } from '../publications/part-keys.ts';
import { readFigures } from '../publications/published.ts';
import type { Part } from './places.ts';
import type { CohortView } from './view.ts';

/** A part of a view, and what it is called there; `null` of the place itself. */
export interface ToldPart {
  part: Part;
  group: CohortGroup | null;
}

/** What a view tells of: the place, then its parts. None where nothing was published of it. */
export const toldParts = ({ place, parts }: CohortView): ToldPart[] =>
  place === null
    ? []
    : [{ part: place, group: null }, ...parts.map((part) => ({ part, group: part.group }))];

/**
 * The figures of a view in one competence, as they were published: by group and year group, with
 * every total, each rounded or hidden. Totals come first.
 */
export async function cohortRows(
  context: Pick<ServiceContext, 'store'>,
  view: CohortView,
  competence: string,
  levels: number,
): Promise<CohortRow[]> {
  const rows = await rowsOfParts(context, view, toldParts(view), competence);
  return rows.length > 0 ? rows : [emptyRow(levels)];
}

/** The figures of some parts of a view. */
export async function rowsOfParts(
  { store }: Pick<ServiceContext, 'store'>,
  { publication, yearGroups, yearGroup: only }: CohortView,
  told: readonly ToldPart[],
  competence: string,
): Promise<CohortRow[]> {
  if (publication === null) return [];
  const keys = told.map(({ part }) => partKey(part, publication.places));
  const figures = await readFigures({ store }, publication, competence, keys);
  return told.flatMap(({ part, group }, index) => {
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
export function emptyRow(levels: number): CohortRow {
  const hidden = { status: 'suppressed' } as const;
  return {
    ...{ group: null, yearGroup: null, total: hidden, enrolled: hidden },
    levels: Array.from({ length: levels }, () => hidden),
    ...{ standing: null, growth: null },
  };
}
