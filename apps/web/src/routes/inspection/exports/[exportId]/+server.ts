import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The file of an export that was asked for. */
export const GET: RequestHandler = (event) =>
  passFileOn(
    event,
    pathOf(routes.cohortExportFile, { params: event.params }),
    '/inspection/exports',
  );
