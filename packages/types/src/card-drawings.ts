import type { CardPictureId } from './card-pictures.ts';

/** One picture: its names, and its drawing as paths of SVG in a square of 48 x 48. */
export interface CardDrawing {
  /** The same on the sheet and on the screen, so that who knows the one finds the other. */
  names: Record<'fr' | 'en', string>;
  /** Drawn as a line, `CARD_LINE` wide with round ends. */
  line: string;
  /** Filled. */
  solid: string;
}

/** The side of the square that drawings are in, and the width of their lines. */
export const CARD_SQUARE = 48;
export const CARD_LINE = 2.6;

/**
 * The twelve drawings, in one ink: no two have the same outline, so that they are told apart in
 * black and white, small, and by whoever sees no colours. Commands and figures stand apart by
 * blanks, arcs' flags too, as the PDF's reader of paths wants them.
 */
export const cardDrawings: Readonly<Record<CardPictureId, CardDrawing>> = {
  cat: {
    names: { fr: 'chat', en: 'cat' },
    line: 'M 9.5 19 L 10.5 5 L 20 12 C 22.5 11.3 25.5 11.3 28 12 L 37.5 5 L 38.5 19 C 40.3 21.5 41 24 41 27 C 41 37 33.5 43 24 43 C 14.5 43 7 37 7 27 C 7 24 7.7 21.5 9.5 19 Z M 24 32 L 24 35 M 20 35.5 C 21 37.5 23.2 37.5 24 35 C 24.8 37.5 27 37.5 28 35.5 M 2 28.5 L 13 30 M 3 37 L 13.5 34 M 46 28.5 L 35 30 M 45 37 L 34.5 34',
    solid:
      'M 14.4 23 A 2.6 2.6 0 1 0 19.6 23 A 2.6 2.6 0 1 0 14.4 23 Z M 28.4 23 A 2.6 2.6 0 1 0 33.6 23 A 2.6 2.6 0 1 0 28.4 23 Z M 21 28.5 L 27 28.5 L 24 32.5 Z',
  },
  tree: {
    names: { fr: 'arbre', en: 'tree' },
    line: 'M 16 31 C 9 32 4 28 4 22 C 4 17 8 13.5 12 13 C 13 7 18 3.5 24 3.5 C 30 3.5 35 7 36 13 C 40 13.5 44 17 44 22 C 44 28 39 32 32 31 C 29 33.5 19 33.5 16 31 Z',
    solid: 'M 20.5 32 L 27.5 32 L 28.5 41 L 33 45.5 L 15 45.5 L 19.5 41 Z',
  },
  sun: {
    names: { fr: 'soleil', en: 'sun' },
    line: 'M 24 2.5 L 24 9 M 24 39 L 24 45.5 M 2.5 24 L 9 24 M 39 24 L 45.5 24 M 8.8 8.8 L 13.4 13.4 M 34.6 34.6 L 39.2 39.2 M 39.2 8.8 L 34.6 13.4 M 13.4 34.6 L 8.8 39.2',
    solid: 'M 13 24 A 11 11 0 1 0 35 24 A 11 11 0 1 0 13 24 Z',
  },
  bike: {
    names: { fr: 'vélo', en: 'bike' },
    line: 'M 2.5 31.5 A 9 9 0 1 0 20.5 31.5 A 9 9 0 1 0 2.5 31.5 Z M 27.5 31.5 A 9 9 0 1 0 45.5 31.5 A 9 9 0 1 0 27.5 31.5 Z M 11.5 31.5 L 18.5 18 L 33 18 L 23 31.5 L 11.5 31.5 M 23 31.5 L 17 13.5 M 13 13.5 L 21 13.5 M 36.5 31.5 L 32 11 L 38.5 11',
    solid: 'M 20.8 31.5 A 2.2 2.2 0 1 0 25.2 31.5 A 2.2 2.2 0 1 0 20.8 31.5 Z',
  },
  fish: {
    names: { fr: 'poisson', en: 'fish' },
    line: 'M 3 24 C 9 12 25 9 35 22.5 L 45 14 L 45 34 L 35 25.5 C 25 39 9 36 3 24 Z M 17 16 C 20.5 20.5 20.5 27.5 17 32',
    solid: 'M 9 21.5 A 2.3 2.3 0 1 0 13.6 21.5 A 2.3 2.3 0 1 0 9 21.5 Z',
  },
  house: {
    names: { fr: 'maison', en: 'house' },
    line: 'M 3 25 L 24 5 L 45 25 M 9 19.5 L 9 44 L 39 44 L 39 19.5 M 34 14 L 34 6 L 39 6 L 39 19 M 14 27 L 20 27 L 20 33 L 14 33 Z',
    solid: 'M 25.5 44 L 25.5 28 L 33.5 28 L 33.5 44 Z',
  },
  star: {
    names: { fr: 'étoile', en: 'star' },
    line: 'M 24 3 L 29.5 17.4 L 44.9 18.2 L 33 28 L 36.9 42.8 L 24 34.5 L 11.1 42.8 L 15 28 L 3.1 18.2 L 18.5 17.4 Z',
    solid:
      'M 24 3 L 29.5 17.4 L 44.9 18.2 L 33 28 L 36.9 42.8 L 24 34.5 L 11.1 42.8 L 15 28 L 3.1 18.2 L 18.5 17.4 Z',
  },
  apple: {
    names: { fr: 'pomme', en: 'apple' },
    line: 'M 24 16 C 19 10.5 7.5 11 7 23 C 6.5 34 14 44.5 20.5 44 C 22.5 43.8 25.5 43.8 27.5 44 C 34 44.5 41.5 34 41 23 C 40.5 11 29 10.5 24 16 Z M 24 16 C 24 11 22.5 7 20 4',
    solid: 'M 25.5 11.5 C 26.5 5 32.5 2.5 38.5 3.5 C 37.5 9.5 32 13 25.5 11.5 Z',
  },
  key: {
    names: { fr: 'clé', en: 'key' },
    line: 'M 3 24 A 9.5 9.5 0 1 0 22 24 A 9.5 9.5 0 1 0 3 24 Z M 9 24 A 3.5 3.5 0 1 0 16 24 A 3.5 3.5 0 1 0 9 24 Z',
    solid:
      'M 21.5 22 L 46 22 L 46 34 L 41.5 34 L 41.5 26 L 37.5 26 L 37.5 32 L 33 32 L 33 26 L 21.5 26 Z',
  },
  boat: {
    names: { fr: 'bateau', en: 'boat' },
    line: 'M 23 34 L 23 3.5 L 41 29 L 23 29 M 23 11 L 8 29 L 23 29',
    solid: 'M 3.5 33.5 L 44.5 33.5 L 37 45 L 11 45 Z',
  },
  flower: {
    names: { fr: 'fleur', en: 'flower' },
    line: 'M 19 8 A 5 5 0 1 1 29 8 A 5 5 0 1 1 32.1 17.5 A 5 5 0 1 1 24 23.4 A 5 5 0 1 1 15.9 17.5 A 5 5 0 1 1 19 8 Z M 24 27 L 24 46 M 24 43 C 17 43 12.5 39 12 33 C 18 33 23.5 36.5 24 43 M 24 43 C 24.5 36.5 30 33 36 33 C 35.5 39 31 43 24 43',
    solid: 'M 20 15.5 A 4 4 0 1 0 28 15.5 A 4 4 0 1 0 20 15.5 Z',
  },
  umbrella: {
    names: { fr: 'parapluie', en: 'umbrella' },
    line: 'M 24 6 L 24 2.5 M 24 25 L 24 39.5 C 24 46.5 33.5 46.5 33.5 39.5',
    solid:
      'M 3.5 25.5 C 3.5 13 13 5.5 24 5.5 C 35 5.5 44.5 13 44.5 25.5 C 41.5 21.5 36.5 21.5 34 25.5 C 31.5 21.5 27 21.5 24 25.5 C 21 21.5 16.5 21.5 14 25.5 C 11.5 21.5 6.5 21.5 3.5 25.5 Z',
  },
};
