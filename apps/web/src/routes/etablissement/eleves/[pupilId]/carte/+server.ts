import { pupilCard } from '#lib/server/cards.ts';
import type { RequestHandler } from './$types';

/** A new card for the pupil, as a page to print. */
export const POST: RequestHandler = (event) =>
  pupilCard(event, event.params.pupilId, '/etablissement');
