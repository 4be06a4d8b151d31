import type { CohortGroup, ProtectedCount } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { cohortColumns } from './codebook.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { cohortRows } from './rows.ts';
import type { CohortView } from './view.ts';

type ColumnName = (typeof cohortColumns)[number]['name'];
type Line = Record<ColumnName, string | number | null>;

/**
 * The counts of every competence that the release measures, as CSV: one line a group of the view,
 * year group, competence and level, totals included, with the columns of the codebook. One
 * competence is counted at a time, while the one before is on its way.
 */
export async function* cohortCsv(
  context: ServiceContext,
  view: CohortView,
  engine: Engine,
): AsyncGenerator<string> {
  const { reference, competences } = engine;
  const levels = engine.release.framework.levels.length;
  const placed = view.about.path.at(-1);
  yield BYTE_ORDER_MARK + csvLine(cohortColumns.map(({ name }) => name));
  for (const competence of competences.keys()) {
    for (const row of await cohortRows(context, view, competence, levels)) {
      const cells = [row.total, ...row.levels].map((count, level): Line => ({
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
      }));
      yield cells.map((line) => csvLine(cohortColumns.map(({ name }) => line[name]))).join('');
    }
  }
}

/** What the directory says of a school; nothing of several together. */
function describe(
  { by, place }: CohortView,
  group: CohortGroup | null,
): Pick<Line, 'department' | 'type' | 'sector' | 'priority' | 'setting'> {
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

const shown = (count: ProtectedCount): Pick<Line, 'pupils' | 'status'> =>
  count.status === 'published'
    ? { pupils: count.pupils, status: 'published' }
    : { pupils: null, status: 'suppressed' };
