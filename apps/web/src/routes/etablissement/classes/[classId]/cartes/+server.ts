import { classCards } from '#lib/server/cards.ts';
import type { RequestHandler } from './$types';

/** New cards for the class, as a page to print. */
export const POST: RequestHandler = (event) =>
  classCards(event, event.params.classId, `/etablissement/classes/${event.params.classId}`);
