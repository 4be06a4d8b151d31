import { cardPictureIds, type CardPictureRow, PICTURES_A_ROW } from '@jalon/types';

/** The fields of the page: pictures touched before, the one touched now, and beginning again. */
export const fields = { before: 'choisie', now: 'image', clear: 'effacer' } as const;

/** The row as far as it goes, from what the page sent; what is no picture is left out. */
export function readTapped(form: FormData): CardPictureRow {
  if (form.has(fields.clear)) return [];
  return [...form.getAll(fields.before), form.get(fields.now)]
    .flatMap((value) => cardPictureIds.find((one) => one === value) ?? [])
    .slice(0, PICTURES_A_ROW);
}
