import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  forPage(event, callApi(apiFor(event), routes.quality, {}));
