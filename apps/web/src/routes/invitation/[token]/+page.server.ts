import { PASSWORD_CHARACTERS, routes } from '@jalon/types';
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { finishSignIn, textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { token } = event.params;
  const read = callApi(apiFor(event), routes.readInvitation, { body: { token } }).catch(
    (failure: unknown) => {
      // A link that has ended, or was cut short on its way: the page says what to do.
      if (failure instanceof ApiProblem && [400, 410].includes(failure.problem.status)) return null;
      throw failure;
    },
  );
  return { invitation: await forPage(event, read) };
};

export const actions: Actions = {
  default: async (event) => {
    const password = textField(await event.request.formData(), 'password');
    if (password.length < PASSWORD_CHARACTERS) {
      return fail(400, { error: m.join_password_short() });
    }
    const { token } = event.params;
    return finishSignIn(
      event.url,
      callApi(apiFor(event), routes.acceptInvitation, { body: { token, password } }),
    );
  },
};
