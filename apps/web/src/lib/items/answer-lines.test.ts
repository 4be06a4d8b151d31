import { describe, expect, it } from 'vitest';
import { asLines } from './answer-lines.ts';

describe('an answer in words', () => {
  it('has each of its parts on a line, with the number it has or a mark', () => {
    expect(asLines('1. Ouvrir ; 2. Taper')).toBe('1. Ouvrir\n2. Taper');
    expect(asLines('.odt → un texte ; .png → une image')).toBe(
      '• .odt → un texte\n• .png → une image',
    );
  });

  it('stays as it is where it has one part', () => {
    expect(asLines('12 Mo')).toBe('12 Mo');
    expect(asLines('=SI(B2>=15;10;6)')).toBe('=SI(B2>=15;10;6)');
  });
});
