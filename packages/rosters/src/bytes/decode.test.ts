import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin9 } from '../testing/written-files.ts';
import { ExportDecoder } from './decode.ts';

function decodeIn(pieces: readonly Uint8Array[]): string {
  const decoder = new ExportDecoder();
  return pieces.map((piece) => decoder.write(piece)).join('') + decoder.end();
}

function cut(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const edges = [0, ...at.map((n) => n % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
}

const letter = fc.constantFrom(...'abcéèêëïôöùçÀÉÎœŒŸ \n;<>-');
const text = fc.array(letter, { maxLength: 60 }).map((parts) => parts.join(''));
const cuts = fc.array(fc.nat(200), { maxLength: 6 });
const utf8 = (given: string) => new TextEncoder().encode(given);

describe('text of exports', () => {
  it('is the same in UTF-8, with and without its mark, however it comes in pieces', () => {
    fc.assert(
      fc.property(text, cuts, fc.boolean(), (given, at, hasMark) => {
        const bytes = utf8(hasMark ? `\uFEFF${given}` : given);
        expect(decodeIn(cut(bytes, at))).toBe(given);
      }),
    );
  });

  it('is the same in UTF-16 with its mark', () => {
    fc.assert(
      fc.property(text, cuts, fc.boolean(), (given, at, isBig) => {
        const bytes = Buffer.from(`\uFEFF${given}`, 'utf16le');
        if (isBig) bytes.swap16();
        expect(decodeIn(cut(bytes, at))).toBe(given);
      }),
    );
  });

  it('is the same in latin-9, where accented letters stand before plain ones', () => {
    const word = fc.array(fc.constantFrom('é', 'œ', 'Œ', 'À', 'ç', 'bl', 'ur', '; ', '\n'));
    fc.assert(
      fc.property(word, cuts, (parts, at) => {
        const given = parts.map((part) => `${part}n`).join('');
        expect(decodeIn(cut(latin9(given), at))).toBe(given);
      }),
    );
  });

  it('takes the dashes and quotes of windows-1252', () => {
    expect(decodeIn([Uint8Array.from([0x4c, 0x92, 0x65, 0x61, 0x75, 0x20, 0x9c, 0x20])])).toBe(
      'L’eau œ ',
    );
  });

  it('shows where UTF-8 gives way to another encoding', () => {
    const bytes = Buffer.concat([utf8('Zoé '), latin9('Noë ')]);
    expect(decodeIn([bytes])).toBe('Zoé No\uFFFD ');
  });
});
