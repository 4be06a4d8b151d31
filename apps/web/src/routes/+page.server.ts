import { redirect } from '@sveltejs/kit';
import { homes } from '#lib/session/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { actor } = await parent();
  if (actor) redirect(303, homes[actor.role]);
};
