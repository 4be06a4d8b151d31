import type { CohortRow, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import type { cohortColumns } from './codebook.ts';
import type { Line } from './formats/column.ts';
import { emptyRow, rowsOfParts, toldParts } from './rows.ts';
import type { CohortSchool } from './school.ts';
import type { CohortView } from './view.ts';

type ColumnName = (typeof cohortColumns)[number]['name'];

/** One line of an export, with the columns of the codebook. */
export type ExportLine = Line<ColumnName>;

type Reading = Pick<ServiceContext, 'store'>;

/** So many parts are read at once: a country has thousands of schools. */
const PARTS_AT_ONCE = 100;

/**
 * The counts of one competence: a line a group of the view, year group and level, totals included
 * and first.
 */
export async function exportLines(
  context: Reading,
  view: CohortView,
  engine: Engine,
  competence: string,
): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for await (const some of pagesOf(context, view, engine, competence)) lines.push(...some);
  return lines;
}

/** The lines of every competence that the release measures, as they are read. */
export async function* everyPage(
  context: Reading,
  view: CohortView,
  engine: Engine,
): AsyncGenerator<ExportLine[]> {
  for (const competence of engine.competences.keys()) {
    yield* pagesOf(context, view, engine, competence);
  }
}

/** The same, line by line. */
export async function* everyLine(
  context: Reading,
  view: CohortView,
  engine: Engine,
): AsyncGenerator<ExportLine> {
  for await (const page of everyPage(context, view, engine)) {
    for (const line of page) yield line;
  }
}

async function* pagesOf(
  context: Reading,
  view: CohortView,
  { reference, release }: Engine,
  competence: string,
): AsyncGenerator<ExportLine[]> {
  const placed = view.about.path.at(-1);
  const same = {
    release: `${reference.framework}@${reference.version}`,
    territory_kind: placed?.kind ?? null,
    territory: placed?.code ?? null,
    ...{ by: view.by, competence },
  };
  const told = toldParts(view);
  if (view.publication === null || told.length === 0) {
    yield linesOfRow(emptyRow(release.framework.levels.length), same, null);
  }
  for (let from = 0; from < told.length; from += PARTS_AT_ONCE) {
    const some = told.slice(from, from + PARTS_AT_ONCE);
    const schools = new Map(
      view.by === 'school'
        ? some.flatMap(({ part, group }) => (group ? [[group.code, part.schools[0]] as const] : []))
        : [],
    );
    const rows = await rowsOfParts(context, view, some, competence);
    yield rows.flatMap((row) => linesOfRow(row, same, schools.get(row.group?.code ?? '') ?? null));
  }
}

function linesOfRow(
  row: CohortRow,
  same: Pick<ExportLine, 'release' | 'territory_kind' | 'territory' | 'by' | 'competence'>,
  school: CohortSchool | null,
): ExportLine[] {
  const described = describe(school);
  const { standing } = row;
  return [row.total, ...row.levels].map((count, level) => ({
    ...same,
    group: row.group?.code ?? null,
    group_name: row.group?.name ?? null,
    ...described,
    year_group: row.yearGroup,
    level: level === 0 ? null : level,
    ...shown(count),
    estimated_share: (level === 0 ? null : standing?.shares[level - 1]?.share) ?? null,
    estimated_share_se: (level === 0 ? null : standing?.shares[level - 1]?.standardError) ?? null,
    ...(level === 0 ? measuresOf(row) : noMeasures),
  }));
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

type Measures = Pick<
  ExportLine,
  | 'enrolled'
  | 'mean'
  | 'mean_se'
  | 'mean_measurement_se'
  | 'sd'
  | 'growth_pupils'
  | 'growth_mean'
  | 'growth_mean_se'
>;

/** Of lines of one level. */
const noMeasures: Measures = {
  ...{ enrolled: null, mean: null, mean_se: null, mean_measurement_se: null, sd: null },
  ...{ growth_pupils: null, growth_mean: null, growth_mean_se: null },
};

/** What is told of a group, and not of a level of it. */
const measuresOf = ({ enrolled, standing, growth }: CohortRow): Measures => ({
  enrolled: shown(enrolled).pupils,
  mean: standing?.value ?? null,
  mean_se: standing?.standardError ?? null,
  mean_measurement_se: standing?.measurementError ?? null,
  sd: standing?.sd ?? null,
  growth_pupils: growth?.pupils ?? null,
  growth_mean: growth?.value ?? null,
  growth_mean_se: growth?.standardError ?? null,
});

/** What the directory says of a school; nothing of several together. */
const describe = (
  school: CohortSchool | null,
): Pick<ExportLine, 'department' | 'type' | 'sector' | 'priority' | 'setting'> => ({
  department: school?.department ?? null,
  type: school?.type ?? null,
  sector: school?.sector ?? null,
  priority: school?.priority ?? null,
  setting: school?.setting ?? null,
});

const shown = (count: ProtectedCount): Pick<ExportLine, 'pupils' | 'status'> =>
  count.status === 'published'
    ? { pupils: count.pupils, status: 'published' }
    : { pupils: null, status: 'suppressed' };
