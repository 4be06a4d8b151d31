import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const release = event.url.searchParams.get('release') || undefined;
  const send = apiFor(event);
  const [picture, crosswalk] = await forPage(
    event,
    Promise.all([
      callApi(send, routes.classPicture, { params, query: { release } }),
      callApi(send, routes.crosswalk, { params: { framework: 'digcomp' } }),
    ]),
  );
  return { picture, crosswalk };
};
