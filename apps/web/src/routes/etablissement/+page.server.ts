import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';
import { importedIn } from './imported.ts';

export const load: PageServerLoad = async (event) => ({
  ...(await forPage(
    event,
    Promise.all([
      callApi(apiFor(event), routes.school, {}),
      callApi(apiFor(event), routes.security, {}),
    ]).then(([school, { hasSecondFactor }]) => ({ school, hasSecondFactor })),
  )),
  imported: importedIn(event.url.searchParams),
});
