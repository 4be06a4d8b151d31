import { cohortBy, routes } from '@jalon/types';
import { z } from 'zod';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';
import { measureOf } from './measures.ts';
import { chosenDay } from './group-words.ts';
import { viewOf } from './view-of.ts';

/** The day that an address names; none where it names no day. */
const dayIn = (text: string | undefined): string | undefined =>
  z.iso.date().optional().safeParse(text).data;

export const load: PageServerLoad = async (event) => {
  const asked = (name: string) => event.url.searchParams.get(name) || undefined;
  const { success, data: by } = cohortBy.optional().safeParse(asked('by'));
  const query = {
    competence: asked('competence'),
    release: asked('release'),
    within: asked('within'),
    yearGroup: asked('annee'),
    on: dayIn(asked('date')),
    // Another word than these is none that was chosen on this page.
    by: success ? by : undefined,
  };
  const send = apiFor(event);
  const [table, framework, { hasSecondFactor }] = await forPage(
    event,
    Promise.all([
      callApi(send, routes.cohort, { query }),
      callApi(send, routes.framework, {}),
      callApi(send, routes.security, {}),
    ]),
  );
  const day = chosenDay(table);
  return {
    table,
    measure: measureOf(asked('mesure')),
    hasSecondFactor,
    meanings: framework.levels,
    // The browser needs these paths, not the whole contract.
    paths: {
      counts: `${routes.cohortCsv.path}?${viewOf(table)}${day && `&on=${day}`}`,
      codebook: routes.cohortCodebook.path,
      session: routes.session.path,
    },
  };
};
