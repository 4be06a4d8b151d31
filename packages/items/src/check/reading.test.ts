import { describe, expect, it } from 'vitest';
import { present } from '../index.ts';
import { instantiate } from '../instance.ts';
import { item } from '../testing/definitions.ts';
import { checkItem } from './check-item.ts';
import { readingOf, tooHardToRead } from './reading.ts';

const EASY = 'Lina a un chat. Il dort sur le lit. Où est le chat de Lina ? Clique sur lui.';
const HARD =
  'Déterminez préalablement quelles caractéristiques fondamentales différencient véritablement ces environnements numériques professionnels contemporains';

describe('the reading index', () => {
  it('adds words per sentence to the percentage of long words', () => {
    expect(readingOf(EASY)).toEqual({ words: 18, sentences: 4, index: 18 / 4 + 0 });
    expect(readingOf('Regarde l’ordinateur de Tom.')).toEqual({
      words: 5,
      sentences: 1,
      index: 5 + (100 * 2) / 5,
    });
    expect(readingOf('')).toMatchObject({ words: 0, index: 0 });
    expect(readingOf('Il pèse 1,5 Go. Bien.').sentences).toBe(2);
  });

  it('warns of instructions that are too hard for the level, and of no others', () => {
    const shown = (prompt: string) => present(instantiate(item('choice', { prompt }), 'a'));
    expect(tooHardToRead(shown(HARD), 1)).toMatch(/hard to read for level 1/);
    expect(tooHardToRead(shown(EASY), 1)).toBeNull();
    expect(tooHardToRead(shown('Déterminez préalablement.'), 1)).toBeNull();
    const found = checkItem(item('choice', { prompt: HARD }), { seeds: 2 });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['reading', 'warning']]);
  });
});
