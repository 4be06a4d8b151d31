import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { orErrors } from '../refused.ts';
import { chosenByAddress, groupOf, typedIn } from '../typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { places } = await forPage(event, callApi(apiFor(event), routes.groupPupils, {}));
  return { places, chosen: chosenByAddress(event.url.searchParams, places) };
};

export const actions: Actions = {
  /** Makes the group and opens it, or says what to mend. */
  default: async (event) => {
    const typed = typedIn(await event.request.formData());
    const { answer, errors } = await forPage(
      event,
      orErrors(callApi(apiFor(event), routes.makeGroup, { body: groupOf(typed) })),
    );
    if (errors) return fail(400, { typed, errors });
    redirect(303, `/enseignant/classes/${answer.id}`);
  },
};
