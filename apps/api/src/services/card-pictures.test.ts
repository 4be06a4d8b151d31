import { cardDrawings, cardPictureIds, cardPictureRow } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { digestPictures, drawPictures, PICTURE_ROWS } from './card-pictures.ts';
import { digestCard } from './cards.ts';

const key = Buffer.alloc(32, 7);
const card = digestCard(key, 'écluse-vélo-ananas-tulipe');

/** Every row there is to draw. */
const everyRow = cardPictureIds.flatMap((_, first) =>
  Array.from({ length: cardPictureIds.length ** 2 - 1 }, (_, rest) => {
    const drawn = [first, rest];
    return drawPictures(() => drawn.shift() ?? 0);
  }),
);

describe('a row of pictures', () => {
  it('is one of 1,716, each drawn as easily as another, and never of one picture alone', () => {
    expect(PICTURE_ROWS).toBe(1716);
    expect(everyRow).toHaveLength(PICTURE_ROWS);
    expect(new Set(everyRow.map((row) => row.join())).size).toBe(PICTURE_ROWS);
    expect(everyRow.filter((row) => new Set(row).size < 2)).toEqual([]);
  });

  it('is drawn from all twelve pictures, and fits the contract', () => {
    const limits: number[] = [];
    const row = drawPictures((limit) => {
      limits.push(limit);
      return limit - 1;
    });
    expect(limits).toEqual([12, 143]);
    expect(cardPictureRow.parse(row)).toEqual(['umbrella', 'umbrella', 'flower']);
    expect(cardPictureRow.safeParse(drawPictures()).success).toBe(true);
  });
});

describe('what is kept of a row', () => {
  const digest = digestPictures(key, card, ['cat', 'sun', 'key']);

  it('holds its order, its card and the key', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestPictures(key, card, ['cat', 'sun', 'key'])).toBe(digest);
    const others = [
      digestPictures(key, card, ['sun', 'cat', 'key']),
      digestPictures(key, digestCard(key, 'autre-carte'), ['cat', 'sun', 'key']),
      digestPictures(Buffer.alloc(32, 8), card, ['cat', 'sun', 'key']),
    ];
    expect(others).not.toContain(digest);
    expect(new Set(others).size).toBe(3);
  });

  it('is another for every row', () => {
    expect(new Set(everyRow.map((row) => digestPictures(key, card, row))).size).toBe(PICTURE_ROWS);
  });
});

describe('the drawings', () => {
  it('have a name and a shape each that no other has', () => {
    const all = cardPictureIds.map((id) => cardDrawings[id]);
    for (const language of ['fr', 'en'] as const) {
      const told = all.map(({ names }) => names[language]);
      expect(new Set(told).size).toBe(12);
    }
    expect(new Set(all.map(({ line }) => line)).size).toBe(12);
  });
});
