import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const competence = event.url.searchParams.get('competence') || undefined;
  const release = event.url.searchParams.get('release') || undefined;
  const send = apiFor(event);
  const [table, framework, { hasSecondFactor }] = await forPage(
    event,
    Promise.all([
      callApi(send, routes.cohort, { query: { competence, release } }),
      callApi(send, routes.framework, {}),
      callApi(send, routes.security, {}),
    ]),
  );
  return {
    table,
    hasSecondFactor,
    meanings: framework.levels,
    // The browser needs these paths, not the whole contract.
    paths: {
      counts: `${routes.cohortCsv.path}?release=${table.release.version}`,
      codebook: routes.cohortCodebook.path,
      session: routes.session.path,
    },
  };
};
