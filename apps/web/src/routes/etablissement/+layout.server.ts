import { redirect } from '@sveltejs/kit';
import { homes, signInPath } from '#lib/session/paths.ts';
import type { LayoutServerLoad } from './$types';

/** These pages are for a school's administrators. */
export const load: LayoutServerLoad = async ({ parent, url }) => {
  const { actor } = await parent();
  if (!actor) redirect(303, signInPath(url));
  if (actor.role !== 'administrator') redirect(303, homes[actor.role]);
  return { actor };
};
