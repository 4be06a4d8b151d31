import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The statement of the attempt as a file. */
export const GET: RequestHandler = (event) =>
  passFileOn(
    event,
    pathOf(routes.attemptStatement, { params: event.params }),
    `/enseignant/essais/${event.params.attemptId}`,
  );
