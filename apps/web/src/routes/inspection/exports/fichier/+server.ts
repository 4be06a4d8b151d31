import { routes } from '@jalon/types';
import { pathOf } from '#lib/api/call-api.ts';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';
import { formatIn, queryOfView, viewIn } from '../view.ts';

/** An export of a view, made at once. */
export const GET: RequestHandler = (event) => {
  const { searchParams } = event.url;
  const view = viewIn(searchParams);
  const format = formatIn(searchParams.get('format')) ?? 'csv';
  return passFileOn(
    event,
    pathOf(routes.cohortFile, { query: { ...view, format } }),
    `/inspection/exports?${queryOfView(view)}`,
  );
};
