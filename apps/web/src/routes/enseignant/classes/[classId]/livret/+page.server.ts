import { routes } from '@jalon/types';
import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { Actions, PageServerLoad } from './$types';
import { PUPIL } from './fields.ts';
import { saidIn } from './said.ts';

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const report = await forPage(event, callApi(apiFor(event), routes.classPositions, { params }));
  const chosen = url.searchParams.get(PUPIL);
  return {
    report,
    /** Whose positions are being changed. */
    pupil: report.pupils.find(({ id }) => id === chosen) ?? null,
    isSaved: url.searchParams.has('enregistre'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const body = saidIn(await event.request.formData());
    const { params } = event;
    await forPage(event, callApi(apiFor(event), routes.sayPositions, { params, body }));
    redirect(303, `/enseignant/classes/${params.classId}/livret?enregistre#tableau`);
  },
};
