import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The class picture as a table: CSV, or an OpenDocument spreadsheet (`format=ods`). */
export const GET: RequestHandler = (event) => {
  const { params } = event;
  const { searchParams } = event.url;
  const route =
    searchParams.get('format') === 'ods' ? routes.classPictureOds : routes.classPictureCsv;
  const release = searchParams.get('release') || undefined;
  return passFileOn(
    event,
    pathOf(route, { params, query: { release } }),
    `/enseignant/classes/${params.classId}`,
  );
};
