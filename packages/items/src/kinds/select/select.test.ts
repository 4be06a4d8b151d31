import { describe, expect, it } from 'vitest';
import { describeKey, present, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const instance = instantiate(item('select'), 'a');
const select = (...parts: string[]) => score(instance, { kind: 'select', parts });

describe('a selection in a text', () => {
  it('gives a point for each right part, and takes one for a wrong one', () => {
    expect(select('p1', 'p3')).toMatchObject({ points: 2, possible: 2, correct: true });
    expect(select('p1')).toMatchObject({ points: 1, correct: false });
    expect(select('p1', 'p2')).toMatchObject({ points: 0, feedback: 'Une formule de politesse.' });
    expect(select('p1', 'p2', 'p3', 'p4').points).toBe(0);
  });

  it('refuses what cannot be selected', () => {
    expect(() => select('p9')).toThrow(ResponseRefused);
    expect(() => select('p1', 'p1')).toThrow(ResponseRefused);
  });

  it('shows the text in its order, and no key', () => {
    const shown = present(instance);
    if (shown.kind !== 'select') throw new Error('not a selection');
    expect(shown.segments[0]).toEqual({ text: 'Bonjour,' });
    expect(shown.segments[1]).toEqual({ id: 'p1', text: 'votre compte sera fermé ce soir.' });
    expect(describeKey(instance)).toBe(
      'votre compte sera fermé ce soir. ; Cliquez ici sans attendre.',
    );
  });

  it('cannot be written without a right part and two others', () => {
    const segments = [{ part: 'a', key: true }, { part: 'b' }, 'c'];
    expect(refusals(written('select', { segments }))).not.toEqual([]);
    expect(refusals(written('select', { segments: [...segments, { part: 'd' }] }))).toEqual([]);
  });
});
