import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { localPath } from '#lib/session/paths.ts';
import type { RequestHandler } from './$types';

/** Keeps the language that someone chose, and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const language = form.get('langue');
  if (isLocale(language)) {
    cookies.set(cookieName, language, {
      maxAge: cookieMaxAge,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    });
  }
  const back = form.get('retour');
  redirect(303, localPath(typeof back === 'string' ? back : null));
};
