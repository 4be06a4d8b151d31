import { accommodations, routes } from '@jalon/types';
import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { Actions, PageServerLoad } from './$types';
import { ADAPTED, MEASURE, SAVED } from './adapted.ts';

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const send = apiFor(event);
  const [file, adapted] = await Promise.all([
    forPage(event, callApi(send, routes.pupilFile, { params })),
    // Asked for by a press alone: the pupil reads who looked.
    url.searchParams.has(ADAPTED)
      ? forPage(event, callApi(send, routes.accommodations, { params }))
      : null,
  ]);
  return { file, adapted, isSaved: url.searchParams.get(ADAPTED) === SAVED };
};

export const actions: Actions = {
  adapter: async (event) => {
    const { params } = event;
    const said = (await event.request.formData()).getAll(MEASURE);
    const body = { measures: accommodations.filter((one) => said.includes(one)) };
    await forPage(event, callApi(apiFor(event), routes.sayAccommodations, { params, body }));
    redirect(303, `/enseignant/eleves/${params.pupilId}?${ADAPTED}=${SAVED}#adapte`);
  },
};
