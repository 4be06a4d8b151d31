import { redirect } from '@sveltejs/kit';
import type { Actor } from '@jalon/types';
import { homes, signInPath } from '#lib/session/paths.ts';

/**
 * The pupil whose page this is; whoever is no pupil is sent where they belong. Not a layout, whose
 * empty script would be one more request of every page.
 */
export async function pupilOf(event: {
  parent(): Promise<{ actor: Actor | null }>;
  url: URL;
}): Promise<Actor> {
  const { actor } = await event.parent();
  if (!actor) redirect(303, signInPath(event.url));
  if (actor.role !== 'pupil') redirect(303, homes[actor.role]);
  return actor;
}
