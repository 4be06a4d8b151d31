import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signInPath } from '#lib/session/paths.ts';
import { apiFor } from './api.ts';

const passedOn = ['content-type', 'content-disposition'];

/**
 * Passes a file of the API on: one that is there, or (given a body) one that is made. The API's own
 * address would do, were it not that a page read for a while outlives its token, which is renewed on
 * the way here. Where there is no file, `page` says why.
 */
export async function passFileOn(
  event: RequestEvent,
  path: string,
  page: string,
  { body }: { body?: object } = {},
) {
  const answer = await apiFor(event)(path, asked(body));
  if (answer.status === 401) redirect(303, signInPath(new URL(page, event.url)));
  if (!answer.ok) redirect(303, page);
  const headers = new Headers();
  for (const name of passedOn) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { headers });
}

const asked = (body: object | undefined): RequestInit =>
  body === undefined
    ? { method: 'GET' }
    : {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
