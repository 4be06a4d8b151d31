import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { afterImport } from '../../imported.ts';
import type { Actions, PageServerLoad } from './$types';
import { saidIn } from './said.ts';

export const load: PageServerLoad = async (event) => ({
  preview: await forPage(
    event,
    callApi(apiFor(event), routes.rosterPreview, { params: event.params }),
  ),
});

export const actions: Actions = {
  /** Imports what the preview said, or shows it anew where the school has changed meanwhile. */
  confirmer: async (event) => {
    const body = saidIn(await event.request.formData());
    const done = callApi(apiFor(event), routes.confirmRoster, { params: event.params, body }).catch(
      (failure: unknown) => {
        const isOld = failure instanceof ApiProblem && failure.problem.code === 'roster-moved';
        if (isOld) return null;
        throw failure;
      },
    );
    const outcome = await forPage(event, done);
    if (outcome === null) return fail(409, { error: m.preview_moved_meanwhile() });
    redirect(303, afterImport(outcome));
  },
  annuler: async (event) => {
    await forPage(event, callApi(apiFor(event), routes.discardRoster, { params: event.params }));
    redirect(303, '/etablissement/import');
  },
};
