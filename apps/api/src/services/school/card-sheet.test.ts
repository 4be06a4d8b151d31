import { inflateSync } from 'node:zlib';
import { cardDrawings, type CardPictureRow } from '@jalon/types';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { cardWords } from '../card-words.ts';
import { cardSheet } from './card-sheet.ts';
import { sheetWords } from './sheet-words.ts';

async function sheetOf(
  count: number,
  given: { words?: string; pictures?: CardPictureRow; name?: string } = {},
): Promise<Buffer> {
  const { words = 'écluse-vélo-ananas-tulipe', pictures = null } = given;
  const cards = Array.from({ length: count }, (_, i) => ({
    name: given.name ?? `Nguyễn Łukasz-Ömer Œuvrard ${i}`,
    className: '6e A',
    schoolName: 'Collège des Tilleuls',
    words,
    pictures,
  }));
  const chunks: Uint8Array[] = [];
  const said = sheetWords('fr', 'https://jalon.example');
  for await (const chunk of cardSheet(cards, said)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

/** What the streams of a PDF hold, those that are text. */
const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(
    ([, stream = '']) => {
      try {
        return [inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );

/** Which letters the fonts of a PDF have, as lines of its maps to Unicode. */
const lettersOf = (pdf: Buffer): string =>
  streamsOf(pdf)
    .filter((one) => one.includes('begincmap'))
    .join('\n')
    .toLowerCase();

const codeOf = (letter: string): string =>
  (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0');

/** A text as a PDF writes it where it holds more than ASCII. */
const asWritten = (text: string): string =>
  Buffer.from(text, 'utf16le').swap16().toString('latin1');

it('has ten cards a page, with a title and a language', async () => {
  const pdf = await sheetOf(24);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBe(3);
  const text = pdf.toString('latin1');
  expect(text).toMatch(/\/Lang \(fr\)/);
  expect(text).toMatch(/\/DisplayDocTitle true/);
});

it('has every letter of a name in its font', async () => {
  const letters = lettersOf(await sheetOf(1));
  for (const letter of 'ễŁÖŒé') expect(letters).toContain(codeOf(letter));
});

it('cuts off no word, however long the words are', async () => {
  const longest = cardWords.toSorted((a, b) => b.length - a.length).slice(0, 4);
  const letters = lettersOf(await sheetOf(1, { words: longest.join('-'), name: 'Zoé Érable' }));
  expect(letters).toContain(codeOf('é'));
  expect(letters).not.toContain(codeOf('…'));
});

it('says so where nobody needs a card', async () => {
  expect(pagesOf(await sheetOf(0))).toBe(1);
});

describe('a sheet of cards that ask for pictures', () => {
  const row: CardPictureRow = ['star', 'key', 'star'];

  it('has five cards a page, each with its row beside it', async () => {
    expect(pagesOf(await sheetOf(11, { pictures: row }))).toBe(3);
    const drawn = streamsOf(await sheetOf(2, { pictures: row })).join('\n');
    const times = (picture: 'star' | 'key' | 'cat') => {
      const [, x, y] = /^M (\S+) (\S+)/.exec(cardDrawings[picture].line) ?? [];
      return drawn.split(`\n${x} ${y} m\n`).length - 1;
    };
    // Each star is a line and an area of one outline.
    expect([times('star'), times('key'), times('cat')]).toEqual([8, 2, 0]);
  });

  it('tells the row and the code to whoever does not see them', async () => {
    const text = (await sheetOf(1, { pictures: row })).toString('latin1');
    expect(text).toContain(asWritten('Images, dans l’ordre : étoile, clé, étoile.'));
    expect(text).toContain('/Alt (Code QR qui ouvre la page de connexion');
    expect(text.match(/\/S \/Figure/g)).toHaveLength(2);
    const plain = (await sheetOf(1)).toString('latin1');
    expect(plain.match(/\/S \/Figure/g)).toHaveLength(1);
    expect(plain).not.toContain(asWritten('Images'));
  });
});

const catSunKey: CardPictureRow = ['cat', 'sun', 'key'];

it.each([{ pictures: catSunKey }, {}])(
  'has a code that opens the page to sign in with the words, with pictures or without',
  async (given) => {
    const drawn = streamsOf(await sheetOf(1, given)).find((one) => one.includes(' re\n')) ?? '';
    const squares = [...drawn.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)]
      .map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }))
      .filter(({ width }) => width < 5);
    const { data, size } = encode(
      `https://jalon.example/entrer#carte=${encodeURIComponent('écluse-vélo-ananas-tulipe')}`,
      { ecc: 'M', border: 0 },
    );
    const left = Math.min(...squares.map(({ x }) => x));
    const top = Math.min(...squares.map(({ y }) => y));
    const side = (Math.max(...squares.map(({ x }) => x)) - left) / (size - 1);
    const dark = squares.map(({ x, y }) => [
      Math.round((y - top) / side),
      Math.round((x - left) / side),
    ]);
    expect(dark).toEqual(data.flatMap((line, r) => line.flatMap((is, c) => (is ? [[r, c]] : []))));
  },
);
