import { describe, expect, it } from 'vitest';
import { ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const instance = instantiate(item('choices', { shuffle: false }), 'a');
const tick = (...options: string[]) => score(instance, { kind: 'choices', options });

describe('a choice of several', () => {
  it('counts right ticks less wrong ones, never under nought', () => {
    expect(tick('o1', 'o2', 'o5')).toMatchObject({ points: 3, possible: 3, correct: true });
    expect(tick('o1', 'o2')).toMatchObject({ points: 2, correct: false });
    expect(tick('o1', 'o2', 'o5', 'o4')).toMatchObject({ points: 2, correct: false });
    expect(tick('o1', 'o2', 'o3', 'o4', 'o5').points).toBe(1);
    expect(tick('o3', 'o4').points).toBe(0);
  });

  it('says of each option whether it was treated rightly', () => {
    expect(tick('o1', 'o3').parts).toEqual([
      { id: 'o1', correct: true },
      { id: 'o2', correct: false },
      { id: 'o3', correct: false },
      { id: 'o4', correct: true },
      { id: 'o5', correct: false },
    ]);
  });

  it('gives the feedback of a wrong tick that has its own', () => {
    expect(tick('o4', 'o3').feedback).toBe('La couleur ne dit rien du sérieux.');
    expect(tick('o4').feedback).toBe('Relis la consigne.');
  });

  it('refuses an option ticked twice', () => {
    expect(() => tick('o1', 'o1')).toThrow(ResponseRefused);
  });

  it('cannot be written without a key or with fewer than two wrong options', () => {
    const wrong = [{ text: 'a' }, { text: 'b' }, { text: 'c' }];
    expect(refusals(written('choices', { options: wrong }))).not.toEqual([]);
    const keys = [{ text: 'a', key: true }, { text: 'b', key: true }, { text: 'c' }];
    expect(refusals(written('choices', { options: keys }))).not.toEqual([]);
  });
});
