import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWords } from './card-words.ts';
import { digestCard, drawCard, normaliseCard } from './cards.ts';

const key = Buffer.alloc(32, 7);

describe('the list of words', () => {
  const plain = cardWords.map(normaliseCard);

  it('gives four words more than forty bits', () => {
    expect(4 * Math.log2(new Set(cardWords).size)).toBeGreaterThan(43.5);
  });

  it('has words of four to ten plain letters once accents are taken away', () => {
    expect(plain.filter((word) => !/^[a-z]{4,10}$/.test(word))).toEqual([]);
  });

  it('has no two words that one slip of a letter makes the same', () => {
    const blanked = new Map<string, string>();
    const clashes: string[] = [];
    for (const word of plain) {
      for (let at = 0; at <= word.length; at += 1) {
        const changed = `${word.slice(0, at)}_${word.slice(at + 1)}`;
        const added = `${word.slice(0, at)}_${word.slice(at)}`;
        for (const pattern of new Set([changed, added])) {
          const other = blanked.get(pattern);
          if (other !== undefined && other !== word) clashes.push(`${other} ${word}`);
          blanked.set(pattern, word);
        }
      }
    }
    expect(clashes).toEqual([]);
  });
});

describe('a card', () => {
  it('is known however its words are typed', () => {
    const typed = [
      'Écluse-vélo-ananas-tulipe',
      ' ecluse VELO  ananas.tulipe ',
      'ÉCLUSE_Velo/ananas, tulipe!',
    ];
    expect(new Set(typed.map((one) => digestCard(key, one))).size).toBe(1);
  });

  it('keeps its words in their order', () => {
    expect(digestCard(key, 'velo-ananas')).not.toBe(digestCard(key, 'ananas-velo'));
  });

  it('cannot be told from its digest without the key', () => {
    expect(digestCard(key, 'velo')).not.toBe(digestCard(Buffer.alloc(32, 8), 'velo'));
    expect(digestCard(key, 'velo')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is four words drawn each from the whole list', () => {
    const limits: number[] = [];
    const card = drawCard((limit) => {
      limits.push(limit);
      return limit - 1;
    });
    expect(limits).toEqual(Array.from({ length: 4 }, () => cardWords.length));
    expect(normaliseCard(card).split('-')).toHaveLength(4);
    expect(drawCard()).not.toBe(drawCard());
  });

  it('has one form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const once = normaliseCard(typed);
        expect(once).toMatch(/^([a-z]+(-[a-z]+)*)?$/);
        expect(normaliseCard(once)).toBe(once);
      }),
    );
  });
});
