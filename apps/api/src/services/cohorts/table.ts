import type { z } from 'zod';
import type { cohortQuery, CohortTable } from '@jalon/types';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { releaseOfCohort } from './release.ts';
import { countCohort, MINIMUM_CELL } from './counts.ts';
import { disclosureRule } from './rule.ts';
import { viewCohort } from './view.ts';

/**
 * Where the inspector's territory, or a part of it, stands in one competence (the first that has
 * items, unless one is asked for). Counts only, those that would disclose anyone hidden. Refuses with
 * `not-found` where there is no such release, it measures no such competence, or the territory has no
 * such part.
 */
export async function readCohort(
  context: ServiceContext,
  actor: Inspector,
  query: z.output<typeof cohortQuery>,
): Promise<CohortTable> {
  const engine = await releaseOfCohort(context, actor, query.release);
  const { reference, release, competences } = engine;
  const [first] = competences.keys();
  const chosen = competences.get(query.competence ?? first ?? '');
  if (!chosen) throw new Refusal('not-found');
  const view = await viewCohort(context, actor, query);
  return {
    ...view.about,
    release: reference,
    releases: [...context.engines.versions],
    competence: chosen.name,
    competences: [...competences.values()].map(({ name }) => name),
    levels: release.framework.levels.map(({ level, band }) => ({ level, band })),
    minimumCell: MINIMUM_CELL,
    rule: disclosureRule(MINIMUM_CELL),
    rows: await countCohort(context, view, engine, chosen.name.code),
  };
}
