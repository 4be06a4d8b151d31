import { routes } from '@jalon/types';
import { error, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { classesIn } from '../invite.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { members, classes } = await forPage(event, callApi(apiFor(event), routes.schoolStaff, {}));
  const member = members.find(({ id }) => id === event.params.staffId);
  if (!member) {
    error(404, { message: m.error_not_found_title(), detail: m.error_not_found_detail() });
  }
  return { member, classes };
};

export const actions: Actions = {
  classes: async (event) => {
    const classIds = classesIn(await event.request.formData());
    await forPage(
      event,
      callApi(apiFor(event), routes.setClasses, { params: event.params, body: { classIds } }),
    );
    return { saved: true as const };
  },
  motDePasse: async (event) => ({
    sent: await forPage(
      event,
      callApi(apiFor(event), routes.sendPasswordLink, { params: event.params }),
    ),
  }),
  retirer: async (event) => {
    await forPage(event, callApi(apiFor(event), routes.dismissStaff, { params: event.params }));
    redirect(303, '/etablissement/equipe');
  },
};
