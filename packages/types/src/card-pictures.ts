import { z } from 'zod';

/** The pictures that a row on a card is made of, in the order in which the page shows them. */
export const cardPictureIds = [
  ...(['cat', 'tree', 'sun', 'bike'] as const),
  ...(['fish', 'house', 'star', 'apple'] as const),
  ...(['key', 'boat', 'flower', 'umbrella'] as const),
] as const;

export const cardPictureId = z.enum(cardPictureIds);
export type CardPictureId = z.infer<typeof cardPictureId>;

/** How many pictures a row has. */
export const PICTURES_A_ROW = 3;

/** A row of pictures in its order; the same one may come twice. */
export const cardPictureRow = z.array(cardPictureId).length(PICTURES_A_ROW);
export type CardPictureRow = z.infer<typeof cardPictureRow>;
