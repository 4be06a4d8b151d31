import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** Our own file, empty, to be filled in. */
export const GET: RequestHandler = (event) =>
  passFileOn(event, pathOf(routes.rosterTemplate, {}), '/etablissement/import');
