import { routes } from '@jalon/types';
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { finishSignIn, textField } from '#lib/server/sign-in.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = textField(form, 'email').trim().slice(0, 254);
    const password = textField(form, 'password').slice(0, 200);
    if (email.length < 3) return fail(400, { emailError: m.staff_email_empty(), email });
    if (password === '') return fail(400, { passwordError: m.staff_password_empty(), email });
    const refused = await finishSignIn(
      event.url,
      callApi(apiFor(event), routes.signInAsStaff, { body: { email, password } }),
    );
    return fail(refused.status, { passwordError: refused.data.error, email });
  },
};
