import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import { codebookCsv, cohortColumns } from '../services/cohorts/codebook.ts';
import { engineOfView } from '../services/cohorts/engine-of-view.ts';
import { everyPage } from '../services/cohorts/export.ts';
import { csvOfPages } from '../services/cohorts/formats/csv.ts';
import { readCohort } from '../services/cohorts/table.ts';
import { viewCohort } from '../services/cohorts/view.ts';
import type { ServiceContext } from '../services/context.ts';

/** What an inspector reads and takes away: counts of the territory. */
export function cohortRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.cohort, ({ actor, query }) => readCohort(services, actor, query));
  serve(app, routes.cohortCsv, async ({ actor, query, reply }) => {
    const view = await viewCohort(services, actor, { ...query, isExport: true });
    const engine = engineOfView(services, view, query.release);
    reply.header('content-disposition', 'attachment; filename="jalon-cohorte.csv"');
    return csvOfPages(cohortColumns, everyPage(services, view, engine));
  });
  serve(app, routes.cohortCodebook, ({ reply }) => {
    reply.header('content-disposition', 'attachment; filename="jalon-codebook.csv"');
    return codebookCsv();
  });
}
