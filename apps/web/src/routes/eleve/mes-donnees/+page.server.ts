import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { pupilOf } from '../pupil-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  actor: await pupilOf(event),
  kept: await forPage(event, callApi(apiFor(event), routes.ownDataSummary, {})),
});
