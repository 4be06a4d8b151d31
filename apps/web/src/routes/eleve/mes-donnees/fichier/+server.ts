import { routes } from '@jalon/types';
import { redirect } from '@sveltejs/kit';
import { apiFor } from '#lib/server/api.ts';
import { signInPath } from '#lib/session/paths.ts';
import type { RequestHandler } from './$types';

const page = '/eleve/mes-donnees';
const passedOn = ['content-type', 'content-disposition'];

/**
 * Passes the pupil's data on as a file. The API's own address would do, were it not that a page read
 * for a while outlives its token, which is renewed on the way here.
 */
export const GET: RequestHandler = async (event) => {
  const answer = await apiFor(event)(routes.ownData.path, { method: routes.ownData.method });
  if (answer.status === 401) redirect(303, signInPath(new URL(page, event.url)));
  // The page says why, where the API does not answer.
  if (!answer.ok) redirect(303, page);
  const headers = new Headers();
  for (const name of passedOn) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { headers });
};
