import { routes } from '@jalon/types';
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedIn, explainRefusal } from './invite.ts';

export const load: PageServerLoad = async (event) => ({
  staff: await forPage(event, callApi(apiFor(event), routes.schoolStaff, {})),
});

export const actions: Actions = {
  /** Invites somebody, and shows the link where no mail took it; or says what to mend. */
  inviter: async (event) => {
    const asked = askedIn(await event.request.formData());
    const sent = callApi(apiFor(event), routes.inviteStaff, { body: asked }).then(
      (link) => ({ link }),
      (failure: unknown) => {
        const errors = failure instanceof ApiProblem ? explainRefusal(failure.problem) : null;
        if (!errors) throw failure;
        return { errors };
      },
    );
    const answer = await forPage(event, sent);
    if ('errors' in answer) return fail(400, { asked, errors: answer.errors });
    return { sent: { ...answer.link, email: asked.email } };
  },
  annuler: async (event) => {
    const invitationId = textField(await event.request.formData(), 'invitation');
    await forPage(
      event,
      callApi(apiFor(event), routes.withdrawInvitation, { params: { invitationId } }),
    );
  },
};
