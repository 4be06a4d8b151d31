import { redirect } from '@sveltejs/kit';
import { homes, isPageOf, signInPath } from '#lib/session/paths.ts';
import type { LayoutServerLoad } from './$types';

/** These pages are a teacher's, but for the gallery. */
export const load: LayoutServerLoad = async ({ parent, url }) => {
  const { actor } = await parent();
  if (!actor) redirect(303, signInPath(url));
  if (!isPageOf(actor.role, url.pathname)) redirect(303, homes[actor.role]);
  return { actor };
};
