import { describe, expect, it } from 'vitest';
import {
  describeKey,
  distractorResponses,
  keyResponse,
  present,
  ResponseRefused,
  score,
} from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';
import { example } from './example.ts';
import { problems } from './problems.ts';

const instance = instantiate(item('hotspot'), 'a');
const choose = (zones: string[], of = instance) => score(of, { kind: 'hotspot', zones });

const [bar, sendIt, erase] = example.zones;
const several = instantiate(
  item('hotspot', { zones: [bar, { ...sendIt, key: true, feedback: undefined }, erase] }),
  'a',
);

const problemsOf = (changes: object) => {
  const { interaction } = instantiate(item('hotspot', changes), 'a');
  if (interaction.kind !== 'hotspot') throw new Error('not a hotspot');
  return problems(interaction);
};

describe('a hotspot', () => {
  it('gives its point for the right zone, and says why another is wrong', () => {
    expect(choose(['o1'])).toMatchObject({ points: 1, possible: 1, correct: true });
    expect(choose(['o2'])).toMatchObject({ points: 0, feedback: 'Pourquoi cela ne va pas.' });
  });

  it('gives a point for each right zone of several, and takes one for a wrong one', () => {
    expect(choose(['o1', 'o2'], several)).toMatchObject({ points: 2, possible: 2, correct: true });
    expect(choose(['o1'], several).points).toBe(1);
    expect(choose(['o1', 'o3'], several).points).toBe(0);
    expect(choose(['o1', 'o2', 'o3'], several).points).toBe(1);
  });

  it('refuses a zone that is not there, one twice, and two where one is asked', () => {
    expect(() => choose(['o9'])).toThrow(ResponseRefused);
    expect(() => choose(['o1', 'o1'], several)).toThrow(ResponseRefused);
    expect(() => choose(['o1', 'o2'])).toThrow(ResponseRefused);
  });

  it('names zones by where they are, so that no name tells the right one', () => {
    const swapped = { ...example, zones: example.zones.toReversed() };
    expect(keyResponse(instantiate(item('hotspot', swapped), 'a'))).toEqual(keyResponse(instance));
  });

  it('shows whether one zone is asked, or several, and no key', () => {
    expect(present(instance)).toMatchObject({ pick: 'one' });
    expect(present(several)).toMatchObject({ pick: 'several' });
    expect(describeKey(several)).toBe('La barre d’adresse ; Le bouton «\u00a0Envoyer\u00a0»');
    expect(distractorResponses(instance)).toEqual([
      { kind: 'hotspot', zones: ['o2'] },
      { kind: 'hotspot', zones: ['o3'] },
    ]);
  });

  it('writes texts in the colour that can be read on what they stand on', () => {
    const shown = present(instance);
    if (shown.kind !== 'hotspot') throw new Error('not a hotspot');
    const colours = shown.picture.shapes.flatMap((shape) =>
      shape.type === 'text' ? [[shape.text, shape.colour]] : [],
    );
    expect(Object.fromEntries(colours)).toEqual({
      'club.example': 'ink',
      Envoyer: 'paper',
      Effacer: 'ink',
    });
  });

  it.each([
    [{ zones: [bar, erase, { ...sendIt, width: 20 }] }, /at least 32/],
    [{ zones: [bar, erase, { ...sendIt, x: 290 }] }, /leaves the picture/],
    [{ zones: [bar, erase, { ...sendIt, x: 150 }] }, /overlap/],
    [
      {
        picture: {
          ...example.picture,
          shapes: [{ text: { x: 280, y: 40, text: 'Trop long pour tenir' } }],
        },
      },
      /leaves the picture/,
    ],
  ])('is checked for what cannot be pressed or read', (change, problem) => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf(change).join(' ')).toMatch(problem);
  });

  it.each([
    [{ zones: [bar] }],
    [{ zones: [sendIt, erase] }],
    [{ zones: [bar, { ...erase, feedback: undefined }] }],
    [{ zones: [bar, { ...erase, label: bar?.label }] }],
  ])('cannot be written without a right zone, a wrong one, and a word on it', (change) => {
    expect(refusals(written('hotspot', change))).not.toEqual([]);
  });
});
