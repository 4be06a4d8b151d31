import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { finishSignIn, textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever has not shown a password begins with that. */
export const load: PageServerLoad = ({ cookies, url }) => {
  if (!cookies.get('jalon_half')) redirect(303, `/connexion${url.search}`);
};

export const actions: Actions = {
  default: async (event) => {
    const code = textField(await event.request.formData(), 'code')
      .trim()
      .slice(0, 100);
    if (code.length < 6) return fail(400, { error: m.code_hint() });
    return finishSignIn(
      event.url,
      callApi(apiFor(event), routes.signInWithCode, { body: { code } }),
    );
  },
};
