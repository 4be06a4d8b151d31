import type { z } from 'zod';
import type { cohortQuery, CohortTable } from '@jalon/types';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { LEAST_DAYS_APART } from '../publications/gather.ts';
import { keptByDay } from '../publications/published.ts';
import { Refusal } from '../refusal.ts';
import { engineOfView } from './engine-of-view.ts';
import { coverageOf } from './coverage.ts';
import { MINIMUM_CELL } from './minimum-cell.ts';
import { cohortRows } from './rows.ts';
import { disclosureRule } from './rule.ts';
import { trendOf } from './trend.ts';
import { viewCohort } from './view.ts';

/**
 * Where the inspector's territory, or a part of it, stands in one competence (the first that has
 * items, unless one is asked for), as it was last published. Refuses with `not-found` where there is
 * no such release, it measures no such competence, or the territory has no such part.
 */
export async function readCohort(
  context: ServiceContext,
  actor: Inspector,
  query: z.output<typeof cohortQuery>,
): Promise<CohortTable> {
  const view = await viewCohort(context, actor, query);
  const { reference, release, competences } = engineOfView(context, view, query.release);
  const [first] = competences.keys();
  const chosen = competences.get(query.competence ?? first ?? '');
  if (!chosen) throw new Refusal('not-found');
  return {
    ...view.about,
    madeAt: view.publication?.madeAt.toISOString() ?? null,
    days: [...keptByDay(view.kept, reference.version).keys()],
    release: reference,
    releases: [...context.engines.versions],
    competence: chosen.name,
    competences: [...competences.values()].map(({ name }) => name),
    levels: release.framework.levels.map(({ level, band }) => ({ level, band })),
    cuts: [...chosen.cuts],
    minimumCell: MINIMUM_CELL,
    daysApart: LEAST_DAYS_APART,
    rule: disclosureRule(MINIMUM_CELL),
    rows: await cohortRows(context, view, chosen.name.code, release.framework.levels.length),
    coverage: await coverageOf(context, view, [...competences.keys()]),
    trend: await trendOf(context, view, chosen.name.code),
  };
}
