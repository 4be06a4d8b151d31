import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { orErrors } from '../refused.ts';
import { beforeIn, changesOf, typedIn } from '../typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const send = apiFor(event);
  const [group, { places, schoolYear }] = await forPage(
    event,
    Promise.all([callApi(send, routes.group, { params }), callApi(send, routes.groupPupils, {})]),
  );
  return { group, places, isPast: group.class.schoolYear < schoolYear };
};

export const actions: Actions = {
  /** Changes the group and opens it, or says what to mend. */
  changer: async (event) => {
    const { params } = event;
    const sent = await event.request.formData();
    const [typed, before] = [typedIn(sent), beforeIn(sent)];
    const { errors } = await forPage(
      event,
      orErrors(
        callApi(apiFor(event), routes.changeGroup, { params, body: changesOf(typed, before) }),
      ),
    );
    if (errors) return fail(400, { typed, before, errors });
    redirect(303, `/enseignant/classes/${params.classId}`);
  },
  finir: async (event) => {
    await forPage(event, callApi(apiFor(event), routes.endGroup, { params: event.params }));
    redirect(303, '/enseignant');
  },
};
