import type { Row } from '@jalon/store';
import type { cohortExportQuery, CohortExports } from '@jalon/types';
import type { z } from 'zod';
import type { Inspector } from '../../actor.ts';
import type { ServiceContext } from '../../context.ts';
import { expectedLines } from '../export.ts';
import { COHORT_EXPORT, EXPORT_KEPT_DAYS, keptExport, keyPrefixOf } from './kept-job.ts';
import { openSource, type Reading } from './source.ts';

/** The longest export that is made while one waits. */
export const MOST_DIRECT_LINES = 50_000;

/** Every export that an inspector asked for and that is not forgotten, newest first. */
export const ownJobs = (
  { store }: Pick<ServiceContext, 'store'>,
  actor: Inspector,
): Promise<Row<'job'>[]> =>
  store.read.jobs.ofKeys({ kind: COHORT_EXPORT, prefix: keyPrefixOf(actor) });

/** An inspector's own exports, and whether one of a view would be long. */
export async function listExports(
  context: Reading,
  actor: Inspector,
  query: z.output<typeof cohortExportQuery>,
): Promise<CohortExports> {
  const [{ view, engine }, jobs] = await Promise.all([
    openSource(context, actor, query),
    ownJobs(context, actor),
  ]);
  const lines = expectedLines(view, engine);
  const now = context.clock();
  return {
    lines,
    isLong: lines > MOST_DIRECT_LINES,
    keptDays: EXPORT_KEPT_DAYS,
    exports: jobs.flatMap((row) => keptExport(row, actor, now)?.told ?? []),
  };
}
