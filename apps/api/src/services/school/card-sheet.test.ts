import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { cardSheet } from './card-sheet.ts';
import { sheetWords } from './sheet-words.ts';

async function sheetOf(count: number): Promise<Buffer> {
  const cards = Array.from({ length: count }, (_, i) => ({
    name: `Nguyễn Łukasz-Ömer Œuvrard ${i}`,
    className: '6e A',
    schoolName: 'Collège des Tilleuls',
    words: 'écluse-vélo-ananas-tulipe',
  }));
  const chunks: Uint8Array[] = [];
  const words = sheetWords('fr', 'https://jalon.example');
  for await (const chunk of cardSheet(cards, words)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

it('has ten cards a page, with a title and a language', async () => {
  const pdf = await sheetOf(24);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBe(3);
  const text = pdf.toString('latin1');
  expect(text).toMatch(/\/Lang \(fr\)/);
  expect(text).toMatch(/\/DisplayDocTitle true/);
});

it('has every letter of a name in its font', async () => {
  const pdf = await sheetOf(1);
  const maps = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(
    ([, stream = '']) => {
      try {
        return [inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  const unicode = maps
    .filter((one) => one.includes('begincmap'))
    .join('\n')
    .toLowerCase();
  for (const letter of 'ễŁÖŒé') {
    expect(unicode).toContain((letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  }
});

it('says so where nobody needs a card', async () => {
  expect(pagesOf(await sheetOf(0))).toBe(1);
});
