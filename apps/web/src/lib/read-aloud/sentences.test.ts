import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

it('cuts a text where one takes breath', () => {
  expect(sentencesOf('Lis le message. Que fais-tu ? « Rien ! » Puis : tout')).toEqual([
    'Lis le message.',
    'Que fais-tu ?',
    '« Rien ! »',
    'Puis :',
    'tout',
  ]);
});

it('leaves addresses and numbers whole', () => {
  expect(sentencesOf('Ouvre www.mairie.example, page 3.5')).toEqual([
    'Ouvre www.mairie.example, page 3.5',
  ]);
});

it('cuts what no voice says in one piece, losing nothing but blanks', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zé,.]{1,250}$/)), (words) => {
      const sentences = sentencesOf(words.join(' '));
      expect(sentences.every(({ length }) => length > 0 && length <= 180)).toBe(true);
      expect(sentences.join('').replace(/\s/g, '')).toBe(words.join(''));
    }),
  );
});
