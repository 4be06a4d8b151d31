import { describe, expect, it } from 'vitest';
import { describeKey, keyResponse, present, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const instance = instantiate(item('categorise'), 'a');
const key = keyResponse(instance);
const places = key.kind === 'categorise' ? key.places : {};
const put = (changed: Record<string, string>) =>
  score(instance, { kind: 'categorise', places: { ...places, ...changed } });
const other = (id: string) => (places[id] === 'c1' ? 'c2' : 'c1');

describe('a sorting into categories', () => {
  it('gives a point for each element in its category', () => {
    expect(put({})).toMatchObject({ points: 4, possible: 4, correct: true });
    expect(put({ e1: other('e1') })).toMatchObject({ points: 3, correct: false });
    expect(put({ e1: other('e1'), e2: other('e2'), e3: other('e3'), e4: other('e4') }).points).toBe(
      0,
    );
  });

  it('refuses an element that is in no category, or a category that is not there', () => {
    const others = Object.fromEntries(Object.entries(places).slice(1));
    expect(() => score(instance, { kind: 'categorise', places: others })).toThrow(ResponseRefused);
    expect(() => put({ e1: 'c9' })).toThrow(ResponseRefused);
    expect(() => put({ e9: 'c1' })).toThrow(ResponseRefused);
  });

  it('shows elements in an order that the seed changes, and no category of theirs', () => {
    const texts = (seed: string) => {
      const shown = present(instantiate(item('categorise'), seed));
      return shown.kind === 'categorise' ? shown.elements.map(({ text }) => text).join() : '';
    };
    expect(
      new Set(Array.from({ length: 30 }, (_, seed) => texts(String(seed)))).size,
    ).toBeGreaterThan(8);
    expect(JSON.stringify(present(instance))).not.toContain('"category"');
  });

  it('is described element by element', () => {
    expect(describeKey(instance)).toContain('Un mot de passe → À garder pour soi');
  });

  it('cannot be written with one category, with the same element twice, or with more than fit', () => {
    const categories = (...lists: string[][]) => ({
      categories: lists.map((elements, at) => ({ name: `n${String(at)}`, elements })),
    });
    expect(refusals(written('categorise', categories(['a', 'b', 'c'])))).not.toEqual([]);
    expect(refusals(written('categorise', categories(['a', 'b'], ['a'])))).not.toEqual([]);
    expect(refusals(written('categorise', categories(['a', 'b'], ['c'])))).toEqual([]);
    const many = Array.from({ length: 8 }, (_, at) => `m${String(at)}`);
    expect(refusals(written('categorise', categories(many, ['z'])))).not.toEqual([]);
  });
});
