import { type CardPictureRow, PICTURES_A_ROW, routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { finishSignIn } from '#lib/server/sign-in.ts';
import { LATE } from '../late.ts';
import type { Actions, PageServerLoad } from './$types';
import { readTapped } from './tapped-row.ts';

const noRow: CardPictureRow = [];

/** Whoever has not shown the words of a card begins with these. */
export const load: PageServerLoad = ({ cookies, url }) => {
  if (!cookies.get('jalon_half_card')) redirect(303, `/entrer${url.search}`);
};

export const actions: Actions = {
  default: async (event) => {
    const row = readTapped(await event.request.formData());
    if (row.length < PICTURES_A_ROW) return { row, error: null };
    const { status, data } = await finishSignIn(
      event.url,
      callApi(apiFor(event), routes.signInWithPictures, { body: { pictures: row } }),
    );
    if (data.code === 'session-ended') {
      const query = new URLSearchParams(event.url.searchParams);
      query.set(LATE, 'oui');
      redirect(303, `/entrer?${query}`);
    }
    const error = data.code === 'too-many-requests' ? m.pictures_too_many() : data.error;
    return fail(status, { row: noRow, error });
  },
};
