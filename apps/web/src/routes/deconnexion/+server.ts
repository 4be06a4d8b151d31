import { routes } from '@jalon/types';
import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { RequestHandler } from './$types';

/** Ends the session. */
export const POST: RequestHandler = async (event) => {
  await forPage(event, callApi(apiFor(event), routes.signOut, {}));
  redirect(303, '/');
};
