import { routes } from '@jalon/types';
import { passFileOn } from '#lib/server/pass-file-on.ts';
import type { RequestHandler } from './$types';

/** The pupil's data as a file. */
export const GET: RequestHandler = (event) =>
  passFileOn(event, routes.ownData.path, '/eleve/mes-donnees');
