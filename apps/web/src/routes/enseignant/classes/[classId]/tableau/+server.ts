import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The class picture as a table. */
export const GET: RequestHandler = (event) => {
  const release = event.url.searchParams.get('release') || undefined;
  const { params } = event;
  return passFileOn(
    event,
    pathOf(routes.classPictureCsv, { params, query: { release } }),
    `/enseignant/classes/${params.classId}`,
  );
};
