import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The table of positions, to copy from. */
export const GET: RequestHandler = (event) =>
  passFileOn(
    event,
    pathOf(routes.positionsCsv, { params: event.params }),
    `/enseignant/classes/${event.params.classId}/livret`,
  );
