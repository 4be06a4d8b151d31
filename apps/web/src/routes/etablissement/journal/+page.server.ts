import { routes } from '@jalon/types';
import { callApi } from '#lib/api/call-api.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = event.url.searchParams.get('avant') || undefined;
  const page = await forPage(
    event,
    callApi(apiFor(event), routes.schoolLooks, { query: { before } }),
  );
  return { ...page, isFirst: before === undefined };
};
