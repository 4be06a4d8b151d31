import { describe, expect, it } from 'vitest';
import { keyResponse, present, ResponseRefused, type Score, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item } from '../../testing/definitions.ts';

const instance = instantiate(item('order'), 'a');
const shown = present(instance);
const place = (...texts: string[]): Score => {
  if (shown.kind !== 'order') throw new Error('not an order');
  const ids = new Map(shown.elements.map(({ id, text }) => [text, id]));
  return score(instance, { kind: 'order', order: texts.map((text) => ids.get(text) ?? text) });
};

describe('an order', () => {
  it('gives a point for each element that rightly follows another', () => {
    expect(place('Ouvrir', 'Taper', 'Comparer', 'Choisir')).toMatchObject({
      points: 3,
      possible: 3,
      correct: true,
    });
    expect(place('Choisir', 'Ouvrir', 'Taper', 'Comparer').points).toBe(2);
    expect(place('Taper', 'Ouvrir', 'Comparer', 'Choisir').points).toBe(1);
    expect(place('Choisir', 'Comparer', 'Taper', 'Ouvrir').points).toBe(0);
  });

  it('never shows the elements in the right order', () => {
    const short = item('order', { elements: ['un', 'deux', 'trois'] });
    for (let seed = 0; seed < 200; seed += 1) {
      const drawn = instantiate(short, String(seed));
      const key = keyResponse(drawn);
      expect(key).not.toEqual({ kind: 'order', order: ['e1', 'e2', 'e3'] });
      expect(score(drawn, key).correct).toBe(true);
    }
  });

  it('refuses an element that is missing, unknown or placed twice', () => {
    expect(() => place('Ouvrir', 'Taper', 'Comparer')).toThrow(ResponseRefused);
    expect(() => place('Ouvrir', 'Taper', 'Comparer', 'Fermer')).toThrow(ResponseRefused);
    expect(() => place('Ouvrir', 'Taper', 'Comparer', 'Ouvrir')).toThrow(ResponseRefused);
  });
});
