import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** How the class changed, as a table. */
export const GET: RequestHandler = (event) =>
  passFileOn(
    event,
    pathOf(routes.classGrowthCsv, { params: event.params }),
    `/enseignant/classes/${event.params.classId}/progres`,
  );
