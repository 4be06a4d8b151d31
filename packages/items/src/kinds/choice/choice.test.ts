import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey, keyResponse, present, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const texts = ['rouge', 'vert', 'bleu', 'jaune', 'noir'];
const keyed = (key: number) => ({
  options: texts.map((text, index) =>
    index === key ? { text, key: true } : { text, feedback: `Pas ${text}.` },
  ),
});

describe('a choice', () => {
  it('shows the same whichever option is the key', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(4), fc.nat(4), (seed, one, other) => {
        const shown = [one, other].map((key) =>
          present(instantiate(item('choice', keyed(key)), seed)),
        );
        expect(shown[0]).toEqual(shown[1]);
      }),
    );
  });

  it('gives one point for the key and the chosen option its own feedback', () => {
    const instance = instantiate(item('choice', keyed(2)), 'a');
    const shown = present(instance);
    if (shown.kind !== 'choice') throw new Error('not a choice');
    const scores = shown.options.map(({ id, text }) => [
      text,
      score(instance, { kind: 'choice', option: id }),
    ]);
    expect(Object.fromEntries(scores)).toMatchObject({
      bleu: { points: 1, possible: 1, correct: true, feedback: 'Oui, exactement.' },
      rouge: { points: 0, correct: false, feedback: 'Pas rouge.' },
    });
    expect(describeKey(instance)).toBe('bleu');
  });

  it('puts the key in every place over many seeds, and keeps the order where asked', () => {
    const places = (changes: object) =>
      new Set(
        Array.from({ length: 100 }, (_, seed) => {
          const key = keyResponse(instantiate(item('choice', changes), String(seed)));
          return key.kind === 'choice' ? key.option : '';
        }),
      );
    expect(places(keyed(1))).toEqual(new Set(['o1', 'o2', 'o3', 'o4', 'o5']));
    expect(places({ ...keyed(1), shuffle: false })).toEqual(new Set(['o2']));
  });

  it('refuses an option it does not show and a response of another kind', () => {
    const instance = instantiate(item('choice'), 'a');
    expect(() => score(instance, { kind: 'choice', option: 'o9' })).toThrow(ResponseRefused);
    expect(() => score(instance, { kind: 'text', text: 'o1' })).toThrow(ResponseRefused);
  });

  it.each([
    [
      'no key',
      [
        { text: 'a', feedback: 'f' },
        { text: 'b', feedback: 'f' },
      ],
    ],
    [
      'two keys',
      [
        { text: 'a', key: true },
        { text: 'b', key: true },
      ],
    ],
    ['no feedback on a wrong option', [{ text: 'a', key: true }, { text: 'b' }]],
    [
      'twice the same text',
      [
        { text: 'a', key: true },
        { text: 'a', feedback: 'f' },
      ],
    ],
    ['one option', [{ text: 'a', key: true }]],
    [
      'an unknown field',
      [
        { text: 'a', key: true },
        { text: 'b', feedback: 'f', note: 'x' },
      ],
    ],
  ])('cannot be written with %s', (_case, options) => {
    expect(refusals(written('choice', { options }))).not.toEqual([]);
  });
});
