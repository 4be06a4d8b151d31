import { describe, expect, it } from 'vitest';
import { describeKey, keyResponse, present, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const instance = instantiate(item('match'), 'a');
const shown = present(instance);
const link = (links: Record<string, string>) => {
  if (shown.kind !== 'match') throw new Error('not a match');
  const right = new Map(shown.right.map(({ id, text }) => [text, id]));
  const left = new Map(shown.left.map(({ id, text }) => [text, id]));
  const pairs = Object.entries(links).map(([a, b]) => [left.get(a) ?? a, right.get(b) ?? b]);
  return score(instance, { kind: 'match', pairs: Object.fromEntries(pairs) });
};

describe('a match', () => {
  it('gives a point for each right link', () => {
    const all = { '.odt': 'un texte', '.ods': 'un tableau', '.png': 'une image' };
    expect(link(all)).toMatchObject({ points: 3, possible: 3, correct: true });
    expect(link({ ...all, '.png': 'un son' })).toMatchObject({ points: 2, correct: false });
    expect(link({ ...all, '.odt': 'un tableau', '.ods': 'un texte' }).points).toBe(1);
  });

  it('lets one right part be given twice, for nothing', () => {
    const texts = { '.odt': 'un texte', '.ods': 'un texte', '.png': 'un texte' };
    expect(link(texts).points).toBe(1);
  });

  it('refuses a part that is missing or unknown', () => {
    expect(() => link({ '.odt': 'un texte' })).toThrow(ResponseRefused);
    const stray = { '.odt': 'un texte', '.ods': 'r9', '.png': 'une image' };
    expect(() => link(stray)).toThrow(ResponseRefused);
  });

  it('names the right parts by where they are shown, so that no name tells the pair', () => {
    const keys = Array.from({ length: 100 }, (_, seed) =>
      keyResponse(instantiate(item('match'), String(seed))),
    );
    const firstLinks = keys.map((key) => (key.kind === 'match' ? key.pairs['l1'] : undefined));
    expect(new Set(firstLinks)).toEqual(new Set(['r1', 'r2', 'r3', 'r4']));
  });

  it('is described link by link', () => {
    expect(describeKey(instance)).toBe('.odt → un texte ; .ods → un tableau ; .png → une image');
  });

  it('cannot be written with the same part twice', () => {
    expect(refusals(written('match', { extra: ['un texte'] }))).not.toEqual([]);
  });
});
