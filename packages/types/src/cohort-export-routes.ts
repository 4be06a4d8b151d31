import { z } from 'zod';
import { cohortExport, cohortExports, cohortFileQuery } from './cohort-exports.ts';
import { cohortExportQuery } from './cohorts.ts';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** How an inspector takes counts away in other formats, at once or when they are ready. */
export const routesOfCohortExports = defineRoutes({
  cohortFile: {
    method: 'GET',
    path: '/api/cohort/export',
    access: { action: 'cohort:export' },
    summary: 'The same counts in a format, or as a package; a long one is to be asked for (413)',
    query: cohortFileQuery,
    stream: 'application/octet-stream',
  },
  cohortExports: {
    method: 'GET',
    path: '/api/cohort/exports',
    access: { action: 'cohort:export' },
    summary: "An inspector's own exports with their progress, and how long one of a view would be",
    query: cohortExportQuery,
    response: cohortExports,
  },
  askCohortExport: {
    method: 'POST',
    path: '/api/cohort/exports',
    access: { action: 'cohort:export' },
    summary: 'Asks for an export, which is made meanwhile and kept for seven days',
    body: cohortFileQuery,
    response: cohortExport,
  },
  cohortExportFile: {
    method: 'GET',
    path: '/api/cohort/exports/:exportId/file',
    access: { action: 'cohort:export' },
    summary: 'The file of an export, for the inspector who asked for it',
    params: z.object({ exportId: id }),
    stream: 'application/octet-stream',
  },
});
