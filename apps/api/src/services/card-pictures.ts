import { createHmac, randomInt } from 'node:crypto';
import { type CardPictureId, cardPictureIds, type CardPictureRow } from '@jalon/types';

const KINDS = cardPictureIds.length;

/** How many rows there are: 12^3, less the twelve of one picture alone, which a child would tap. */
export const PICTURE_ROWS = KINDS * (KINDS ** 2 - 1);

/** Draws the row of a new card, evenly from all 1,716: at least two of its pictures differ. */
export function drawPictures(drawBelow: (limit: number) => number = randomInt): CardPictureRow {
  const first = drawBelow(KINDS);
  const drawn = drawBelow(KINDS ** 2 - 1);
  // The pair that would say the first picture twice again is stepped over.
  const rest = drawn < first * KINDS + first ? drawn : drawn + 1;
  return [first, Math.floor(rest / KINDS), rest % KINDS].map(pictureAt);
}

function pictureAt(index: number): CardPictureId {
  const picture = cardPictureIds[index];
  if (picture === undefined) throw new RangeError('Drew a picture outside the list.');
  return picture;
}

/**
 * What is kept of a row: HMAC-SHA256 of it and of the card's digest, in hexadecimal. Bound to the
 * card, so that two cards with one row are kept differently. No card's one form holds a blank, so
 * that no digest of words is ever one of pictures.
 */
export function digestPictures(key: Buffer, cardDigest: string, row: CardPictureRow): string {
  return createHmac('sha256', key)
    .update(`pictures ${cardDigest} ${row.join(' ')}`)
    .digest('hex');
}
