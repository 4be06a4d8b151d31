import { routes } from '@jalon/types';
import type { RequestEvent } from '@sveltejs/kit';
import { pathOf } from '../api/call-api.ts';
import { m } from '../paraglide/messages.js';
import { passFileOn } from './pass-file-on.ts';
import { textField } from './sign-in.ts';

/** The field that says that every card of a class is replaced. */
export const ALL_CARDS = 'toutes';
/** The field that says that cards ask for a row of pictures. */
export const PICTURES = 'images';

/** New cards for a class (those that miss one, unless the form says all), as a file. */
export async function classCards(
  event: RequestEvent,
  classId: string,
  page: string,
): Promise<Response> {
  const form = await event.request.formData();
  const isAll = textField(form, ALL_CARDS) !== '';
  const path = pathOf(routes.makeClassCards, { params: { classId } });
  const body = { whose: isAll ? 'all' : 'without-card', pictures: asksForPictures(form) };
  return named(await passFileOn(event, path, page, { body }));
}

/** A new card for one pupil, as a file. */
export async function pupilCard(
  event: RequestEvent,
  pupilId: string,
  page: string,
): Promise<Response> {
  const form = await event.request.formData();
  const path = pathOf(routes.makePupilCard, { params: { pupilId } });
  return named(await passFileOn(event, path, page, { body: { pictures: asksForPictures(form) } }));
}

const asksForPictures = (form: FormData): boolean => textField(form, PICTURES) !== '';

function named(file: Response): Response {
  file.headers.set('content-disposition', `attachment; filename="jalon-${m.cards_file()}.pdf"`);
  return file;
}
