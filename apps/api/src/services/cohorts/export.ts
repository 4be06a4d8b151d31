import type { ProtectedCount } from '@jalon/types';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { cohortColumns } from './codebook.ts';
import { countCohort } from './counts.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';

type ColumnName = (typeof cohortColumns)[number]['name'];
type Line = Record<ColumnName, string | number | null>;

/**
 * The counts of every competence that the release measures, as CSV: one line a school, year group,
 * competence and level, totals included, with the columns of the codebook. One competence is
 * counted at a time, while the one before is on its way.
 */
export async function* cohortCsv(
  context: ServiceContext,
  actor: Inspector,
  engine: Engine,
): AsyncGenerator<string> {
  const { reference, competences } = engine;
  yield BYTE_ORDER_MARK + csvLine(cohortColumns.map(({ name }) => name));
  for (const competence of competences.keys()) {
    for (const row of await countCohort(context, actor, engine, competence)) {
      const cells = [row.total, ...row.levels].map((count, level): Line => ({
        release: `${reference.framework}@${reference.version}`,
        territory: actor.department,
        school_uai: row.school?.uai ?? null,
        school_name: row.school?.name ?? null,
        year_group: row.yearGroup,
        competence,
        level: level === 0 ? null : level,
        ...shown(count),
      }));
      yield cells.map((line) => csvLine(cohortColumns.map(({ name }) => line[name]))).join('');
    }
  }
}

const shown = (count: ProtectedCount): Pick<Line, 'pupils' | 'status'> =>
  count.status === 'published'
    ? { pupils: count.pupils, status: 'published' }
    : { pupils: null, status: 'suppressed' };
