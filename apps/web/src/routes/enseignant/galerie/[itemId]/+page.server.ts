import { type FormRefusal, responseFromForm } from '@jalon/items/contract';
import { type GalleryItem, routes, type ScoredFeedback } from '@jalon/types';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { type Given, givenIn } from '#lib/items/given.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import type { Actions, PageServerLoad } from './$types';
import { nextSeed } from './seeds.ts';

/** What a try changes in the page. */
interface Told {
  /** The instance that was tried: another may be on the page by then. */
  of: string;
  given: Given;
  refusal?: FormRefusal['reason'];
  feedback?: ScoredFeedback;
}

const readItem = (event: RequestEvent, itemId: string): Promise<GalleryItem> => {
  const seed = event.url.searchParams.get('seed') || undefined;
  return forPage(
    event,
    callApi(apiFor(event), routes.galleryItem, { params: { itemId }, query: { seed } }),
  );
};

/** Names an instance as the page shows it. */
const nameOf = ({ id, draft, shown }: GalleryItem): string =>
  [id, draft ?? '', shown?.seed ?? ''].join(' ');

export const load: PageServerLoad = async (event) => {
  const item = await readItem(event, event.params.itemId);
  const seed = item.shown?.seed ?? event.url.searchParams.get('seed') ?? '1';
  return { item, instance: nameOf(item), seed, otherSeed: nextSeed(seed) };
};

export const actions: Actions = {
  /** Scores an answer and shows why; nothing is kept. */
  default: async (event) => {
    const { itemId } = event.params;
    const form = await event.request.formData();
    const item = await readItem(event, itemId);
    const { shown } = item;
    if (!shown) redirect(303, event.url.pathname + event.url.search);
    const told: Told = { of: nameOf(item), given: givenIn(form) };
    const response = responseFromForm(shown.item, form);
    if ('missing' in response) return fail<Told>(400, { ...told, refusal: response.reason });
    const tried = callApi(apiFor(event), routes.tryItem, {
      params: { itemId },
      body: { seed: shown.seed, response },
    });
    return { ...told, feedback: await forPage(event, tried) } satisfies Told;
  },
};
