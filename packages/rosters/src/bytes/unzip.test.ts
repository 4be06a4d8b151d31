import { describe, expect, it } from 'vitest';
import { readRoster } from '../read-roster.ts';
import { three } from '../testing/pupils.ts';
import { inPieces, reading, siecleXml, zipOf } from '../testing/written-files.ts';

const problemsOf = async (bytes: Uint8Array) => {
  const { roster, problems } = await readRoster(inPieces(bytes), reading);
  return { roster, codes: problems.map(({ code }) => code) };
};

describe('a zip archive', () => {
  it('that swells is given up long before its end', async () => {
    const bomb = zipOf({ 'ElevesSansAdresses.xml': new Uint8Array(150_000_000).fill(0x20) });
    expect(bomb.length).toBeLessThan(200_000);
    const began = performance.now();
    expect(await problemsOf(bomb)).toEqual({ roster: null, codes: ['zip-bomb'] });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('that breaks off, or holds nothing of use, is refused', async () => {
    const good = zipOf({ 'ElevesSansAdresses.xml': siecleXml(three, { encoding: 'UTF-8' }) });
    expect((await problemsOf(good)).codes).toEqual([]);
    expect((await problemsOf(good.subarray(0, 300))).codes).toEqual(['broken-zip']);
    expect((await problemsOf(zipOf({ 'xl/workbook.xml': '<workbook/>' }))).codes).toEqual([
      'nothing-inside',
    ]);
  });
});
