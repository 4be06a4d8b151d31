import { JALON_API } from '$app/env/private';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { RequestEvent } from '@sveltejs/kit';
import type { SendToApi } from '../api/call-api.ts';

const jalonCookies = /^jalon_/;

/**
 * Calls the API on behalf of whoever asked for the page: with their cookies, their address and the
 * language of the page. Cookies that the API sets go on to the browser.
 */
export function apiFor(event: RequestEvent): SendToApi {
  return async (path, init) => {
    if (!JALON_API)
      throw new Error('JALON_API is not set: the screens do not know where the API is.');
    const headers = new Headers(init.headers);
    headers.set('accept-language', getLocale());
    headers.set('x-forwarded-for', event.getClientAddress());
    const cookies = event.cookies
      .getAll()
      .filter(({ name }) => jalonCookies.test(name))
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));

    const answer = await fetch(JALON_API + path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const { name, value, ...options } = event.cookies.parse(line);
      if (value === undefined) continue;
      event.cookies.set(name, value, {
        ...options,
        secure: options.secure ?? false,
        httpOnly: options.httpOnly ?? false,
      });
    }
    return answer;
  };
}
