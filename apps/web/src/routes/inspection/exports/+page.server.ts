import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { Actions, PageServerLoad } from './$types';
import { formatIn, queryOfView, viewIn } from './view.ts';

const PAGE = '/inspection/exports';

export const load: PageServerLoad = async (event) => {
  const view = viewIn(event.url.searchParams);
  // Asked for again by its name while an export is being made.
  event.depends('jalon:exports');
  const own = await forPage(event, callApi(apiFor(event), routes.cohortExports, { query: view }));
  return { ...own, view };
};

export const actions: Actions = {
  /** Asks for an export of the view that the address names. */
  demander: async (event) => {
    const view = viewIn(event.url.searchParams);
    const format = formatIn((await event.request.formData()).get('format'));
    if (format === null) return fail(400, { error: m.exports_choose() });
    const asked = callApi(apiFor(event), routes.askCohortExport, {
      body: { ...view, format },
    }).catch((failure: unknown) => {
      if (failure instanceof ApiProblem && failure.problem.status === 429) return failure;
      throw failure;
    });
    const answer = await forPage(event, asked);
    if (answer instanceof ApiProblem) return fail(429, { error: m.exports_too_many() });
    redirect(303, `${PAGE}?${queryOfView(view)}#vos-exports`);
  },
};
