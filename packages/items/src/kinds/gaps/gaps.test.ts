import { describe, expect, it } from 'vitest';
import { describeKey, present, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';

const instance = instantiate(item('gaps'), 'a');
const type = (g1: string, g2: string, of = instance) =>
  score(of, { kind: 'gaps', typed: { g1, g2 } });

describe('a text with gaps', () => {
  it('gives a point for each gap, whatever the accents and capitals', () => {
    expect(type('HTTPS', 'Nom')).toMatchObject({ points: 2, possible: 2, correct: true });
    expect(type('https://', 'prénom')).toMatchObject({ points: 1, correct: false });
    expect(type('www', 'x').points).toBe(0);
  });

  it('takes a sign for an answer', () => {
    const signs = instantiate(
      item('gaps', {
        gaps: [
          { accept: ['-', 'moins'], wrong: ['plus'] },
          { accept: ['nom'], wrong: ['x'] },
        ],
      }),
      'a',
    );
    expect(type('-', 'nom', signs).points).toBe(2);
    expect(type('moins', 'nom', signs).points).toBe(2);
    expect(type('+', 'nom', signs).points).toBe(1);
    expect(type('–', 'prénom', signs).points).toBe(1);
  });

  it('refuses an empty gap, and one that is not there', () => {
    expect(() => score(instance, { kind: 'gaps', typed: { g1: 'x' } })).toThrow(ResponseRefused);
    expect(() => score(instance, { kind: 'gaps', typed: { g1: 'x', g3: 'y' } })).toThrow(
      ResponseRefused,
    );
  });

  it('shows gaps that are all as wide, so that no width tells an answer', () => {
    expect(present(instance)).toMatchObject({ gaps: [{ id: 'g1' }, { id: 'g2' }], width: 8 });
    expect(describeKey(instance)).toBe(
      'Une adresse de site commence par [https] et montre son [nom] de domaine.',
    );
  });

  it('cannot be written with more or fewer gaps than the text has', () => {
    expect(refusals(written('gaps', { text: 'Un seul ___ ici.' })).join()).toMatch(
      /in their order/,
    );
  });
});
