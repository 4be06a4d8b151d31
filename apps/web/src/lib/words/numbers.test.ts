import { describe, expect, it } from 'vitest';
import { decimal, duration, listOf, signedDecimal, twoDecimals } from './numbers.ts';

/** Non-breaking blanks are the language's business. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers in words', () => {
  it('shortens a partial score', () => {
    expect(decimal(1, 'fr')).toBe('1');
    expect(decimal(2 / 3, 'fr')).toBe('0,67');
  });

  it('keeps two digits where figures stand in a column', () => {
    expect(twoDecimals(0.7, 'fr')).toBe('0,70');
  });

  it('gives an ability its sign', () => {
    expect(signedDecimal(0.8, 'fr')).toBe('+0,80');
    expect(signedDecimal(-1.234, 'en')).toBe('-1.23');
    expect(signedDecimal(0.001, 'en')).toBe('0.00');
  });

  it.each([
    [0, '0 s'],
    [45_400, '45 s'],
    [60_000, '1 min'],
    [125_000, '2 min 5 s'],
    [3_600_000, '1 h'],
    [3_605_000, '1 h'],
    [7_260_000, '2 h 1 min'],
  ])('says that %i ms are %s', (milliseconds, words) => {
    expect(plain(duration(milliseconds, 'fr'))).toBe(words);
  });

  it('puts names in a row', () => {
    expect(listOf(['Awa'], 'fr')).toBe('Awa');
    expect(listOf(['Awa', 'Bea', 'Zoé'], 'fr')).toBe('Awa, Bea et Zoé');
  });
});
