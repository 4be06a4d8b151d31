import { describe, expect, it } from 'vitest';
import { describeKey, keyResponse, ResponseRefused, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';
import { fromForm } from './contract.ts';
import { present } from '../../index.ts';

const instance = instantiate(item('inline'), 'a');
const key = keyResponse(instance);
const chosen = key.kind === 'inline' ? key.chosen : {};
const choose = (changed: Record<string, string>) =>
  score(instance, { kind: 'inline', chosen: { ...chosen, ...changed } });
const other = (gap: string) => (chosen[gap] === 'o1' ? 'o2' : 'o1');

describe('an inline choice', () => {
  it('gives a point for each gap', () => {
    expect(choose({})).toMatchObject({ points: 2, possible: 2, correct: true });
    expect(choose({ g1: other('g1') })).toMatchObject({ points: 1, correct: false });
    expect(choose({ g1: other('g1'), g2: other('g2') }).points).toBe(0);
  });

  it('refuses a gap without an option, and an option that is not there', () => {
    expect(() => score(instance, { kind: 'inline', chosen: { g1: 'o1' } })).toThrow(
      ResponseRefused,
    );
    expect(() => choose({ g2: 'o3' })).toThrow(ResponseRefused);
    expect(() => choose({ g9: 'o1' })).toThrow(ResponseRefused);
  });

  it('is described as the text with its gaps filled', () => {
    expect(describeKey(instance)).toBe(
      'Pour garder une copie, Lina [copie] le fichier, puis le [colle] dans un autre dossier.',
    );
  });

  it('asks for what is missing of a form', () => {
    const shown = present(instance);
    if (shown.kind !== 'inline') throw new Error('not an inline choice');
    const form = new FormData();
    expect(fromForm(shown, form)).toEqual({ missing: true, reason: 'empty' });
    form.set('answer-g1', 'o1');
    expect(fromForm(shown, form)).toEqual({ missing: true, reason: 'incomplete' });
    form.set('answer-g2', 'o2');
    expect(fromForm(shown, form)).toEqual({ kind: 'inline', chosen: { g1: 'o1', g2: 'o2' } });
  });

  it('cannot be written with more or fewer gaps than the text has', () => {
    expect(refusals(written('inline', { text: 'Un seul ___ ici.' })).join()).toMatch(
      /in their order/,
    );
    expect(refusals(written('inline', { text: '___ ___ ___' })).join()).toMatch(/in their order/);
  });
});
