import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { instantNow } from '#lib/words/dates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const read = callApi(apiFor(event), routes.assessmentProgress, { params: event.params });
  return {
    progress: await forPage(event, read),
    readAt: instantNow(),
    /** Whether the page is made to be projected: without names. */
    isProjected: event.url.searchParams.has('projeter'),
  };
};
