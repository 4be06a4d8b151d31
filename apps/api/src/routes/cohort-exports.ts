import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { serve } from '../serve.ts';
import { askForExport } from '../services/cohorts/exports/ask.ts';
import { exportAtOnce, type FetchedFile, fetchExport } from '../services/cohorts/exports/fetch.ts';
import type { ExportFiles } from '../services/cohorts/exports/files.ts';
import { listExports } from '../services/cohorts/exports/list.ts';
import type { ServiceContext } from '../services/context.ts';

/** How an inspector takes counts away in other formats, at once or when they are ready. */
export function cohortExportRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  files: ExportFiles,
): void {
  serve(app, routes.cohortFile, async ({ actor, query, reply }) =>
    saved(reply, await exportAtOnce(services, actor, query)),
  );
  serve(app, routes.cohortExports, ({ actor, query }) => listExports(services, actor, query));
  serve(app, routes.askCohortExport, ({ actor, body }) => askForExport(services, actor, body));
  serve(app, routes.cohortExportFile, async ({ actor, params, reply }) =>
    saved(reply, await fetchExport({ ...services, files }, actor, params.exportId)),
  );
}

function saved(reply: FastifyReply, { name, chunks }: FetchedFile): AsyncIterable<Uint8Array> {
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return chunks;
}
