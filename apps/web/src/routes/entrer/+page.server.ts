import { routes } from '@jalon/types';
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { finishSignIn, textField } from '#lib/server/sign-in.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const card = textField(await event.request.formData(), 'carte')
      .trim()
      .slice(0, 200);
    if (card === '') return fail(400, { error: m.card_empty(), card });
    const refused = await finishSignIn(
      event.url,
      callApi(apiFor(event), routes.signInWithCard, { body: { card } }),
    );
    return fail(refused.status, { ...refused.data, card });
  },
};
