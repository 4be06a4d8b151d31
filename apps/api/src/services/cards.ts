import { createHmac, randomInt } from 'node:crypto';
import { cardWords } from './card-words.ts';

/** Words on a card. Four of the list's give more than forty bits: see `card-words.ts`. */
export const WORDS_A_CARD = 4;

/** Draws the words of a new card, such as `canard-velo-soleil-tulipe`. */
export function drawCard(drawBelow: (limit: number) => number = randomInt): string {
  return Array.from({ length: WORDS_A_CARD }, () => {
    const word = cardWords[drawBelow(cardWords.length)];
    if (word === undefined) throw new RangeError('Drew a word outside the list.');
    return word;
  }).join('-');
}

/** A card as typed, in its one form: lower case, without accents, words apart by dashes. */
export function normaliseCard(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join('-');
}

/** What is kept of a card: HMAC-SHA256 of its one form, in hexadecimal. */
export function digestCard(key: Buffer, typed: string): string {
  return createHmac('sha256', key).update(normaliseCard(typed)).digest('hex');
}
