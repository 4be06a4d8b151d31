import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { LayoutServerLoad } from './$types';

/** Who is signed in, for every page; `null` where nobody is. */
export const load: LayoutServerLoad = async (event) => {
  if (!event.cookies.get('jalon_access')) return { actor: null };
  const session = callApi(apiFor(event), routes.session, {}).catch((failure: unknown) => {
    if (failure instanceof ApiProblem && failure.problem.status === 401) return null;
    throw failure;
  });
  const actor = await forPage(event, session);
  if (actor?.accommodations) event.locals.accommodations = actor.accommodations;
  return { actor };
};
