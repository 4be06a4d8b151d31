import type { CohortGroup, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { cohortColumns } from './codebook.ts';
import type { Line } from './formats/column.ts';
import { cohortRows } from './rows.ts';
import type { CohortView } from './view.ts';

type ColumnName = (typeof cohortColumns)[number]['name'];

/** One line of an export, with the columns of the codebook. */
export type ExportLine = Line<ColumnName>;

type Reading = Pick<ServiceContext, 'store'>;

/**
 * The counts of one competence: a line a group of the view, year group and level, totals included
 * and first.
 */
export async function exportLines(
  context: Reading,
  view: CohortView,
  { reference, release }: Engine,
  competence: string,
): Promise<ExportLine[]> {
  const placed = view.about.path.at(-1);
  const rows = await cohortRows(context, view, competence, release.framework.levels.length);
  return rows.flatMap((row) =>
    [row.total, ...row.levels].map((count, level) => ({
      release: `${reference.framework}@${reference.version}`,
      territory_kind: placed?.kind ?? null,
      territory: placed?.code ?? null,
      by: view.by,
      group: row.group?.code ?? null,
      group_name: row.group?.name ?? null,
      ...describe(view, row.group),
      year_group: row.yearGroup,
      competence,
      level: level === 0 ? null : level,
      ...shown(count),
    })),
  );
}

/** The lines of every competence that the release measures; one competence is read at a time. */
export async function* everyLine(
  context: Reading,
  view: CohortView,
  engine: Engine,
): AsyncGenerator<ExportLine> {
  for (const competence of engine.competences.keys()) {
    yield* await exportLines(context, view, engine, competence);
  }
}

/** About how many lines an export of a view has, without reading it. */
export function expectedLines(
  { place, parts, yearGroups }: CohortView,
  { competences, release }: Engine,
): number {
  if (place === null) return 0;
  const rows = [place, ...parts].map(({ schools, hasYearGroups }) => {
    const present = new Set(schools.flatMap((school) => school.yearGroups));
    return 1 + (hasYearGroups ? yearGroups.filter((year) => present.has(year)).length : 0);
  });
  const linesARow = 1 + release.framework.levels.length;
  return rows.reduce((sum, some) => sum + some, 0) * linesARow * competences.size;
}

/** What the directory says of a school; nothing of several together. */
function describe(
  { by, place }: CohortView,
  group: CohortGroup | null,
): Pick<ExportLine, 'department' | 'type' | 'sector' | 'priority' | 'setting'> {
  const school =
    by === 'school' && group ? place?.schools.find(({ uai }) => uai === group.code) : undefined;
  return {
    department: school?.department ?? null,
    type: school?.type ?? null,
    sector: school?.sector ?? null,
    priority: school?.priority ?? null,
    setting: school?.setting ?? null,
  };
}

const shown = (count: ProtectedCount): Pick<ExportLine, 'pupils' | 'status'> =>
  count.status === 'published'
    ? { pupils: count.pupils, status: 'published' }
    : { pupils: null, status: 'suppressed' };
