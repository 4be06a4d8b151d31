import { describe, expect, it } from 'vitest';
import {
  describeKey,
  describeResponse,
  keyResponse,
  present,
  ResponseRefused,
  score,
} from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item, refusals, written } from '../../testing/definitions.ts';
import { fromForm } from './contract.ts';
import { problems } from './problems.ts';

const instance = instantiate(item('slider'), 'a');
const put = (place: number, of = instance) => score(of, { kind: 'slider', place });

const weather = instantiate(
  item('slider', {
    range: undefined,
    marks: [
      { at: 0, text: 'jamais' },
      { at: 1, text: 'parfois' },
      { at: 2, text: 'souvent' },
      { at: 3, text: 'toujours' },
    ],
    answer: { value: 2 },
  }),
  'a',
);

describe('a slider', () => {
  it('gives every point within the tolerance, one near it, none beyond', () => {
    expect([35, 40, 45].map((place) => put(place).points)).toEqual([2, 2, 2]);
    expect([25, 30, 50, 55].map((place) => put(place).points)).toEqual([1, 1, 1, 1]);
    expect([0, 20, 60, 100].map((place) => put(place).points)).toEqual([0, 0, 0, 0]);
  });

  it('tells on which side of the right value a place is', () => {
    expect(put(0).feedback).toBe('Pourquoi c’est trop peu.');
    expect(put(60).feedback).toBe('Pourquoi c’est trop.');
  });

  it('measures decimals as they are written', () => {
    const fine = instantiate(
      item('slider', {
        range: { min: 0, max: 1, step: 0.1 },
        answer: { value: 0.3, tolerance: 0.1 },
      }),
      'a',
    );
    expect([0.2, 0.4].map((place) => put(place, fine).points)).toEqual([1, 1]);
    expect([0.1, 0.5].map((place) => put(place, fine).points)).toEqual([0, 0]);
  });

  it('refuses a place beyond the ends, or between two marks', () => {
    expect(() => put(-1)).toThrow(ResponseRefused);
    expect(() => put(101)).toThrow(ResponseRefused);
    expect(() => put(1.5, weather)).toThrow(ResponseRefused);
    expect(put(2, weather).correct).toBe(true);
  });

  it('is described with its unit, its tolerance, or the words of its mark', () => {
    expect(describeKey(instance)).toBe('40\u00a0% (à 5\u00a0% près)');
    expect(describeResponse(instance, { kind: 'slider', place: 12.5 })).toBe('12,5\u00a0%');
    expect(describeKey(weather)).toBe('souvent');
  });

  it('has a key that can be reached where the value lies between two steps', () => {
    const between = item('slider', { answer: { value: 42, tolerance: 4 } });
    expect(keyResponse(instantiate(between, 'a'))).toEqual({ kind: 'slider', place: 40 });
  });

  it.each([
    ['40', { kind: 'slider', place: 40 }],
    ['12,5 %', { kind: 'slider', place: 12.5 }],
    ['', { missing: true, reason: 'empty' }],
    ['beaucoup', { missing: true, reason: 'no-number' }],
    ['12 euros', { missing: true, reason: 'only-number' }],
    ['101', { missing: true, reason: 'out-of-range' }],
  ])('reads %o typed', (typed, read) => {
    const shown = present(instance);
    if (shown.kind !== 'slider') throw new Error('not a slider');
    const form = new FormData();
    form.set('answer', typed);
    expect(fromForm(shown, form)).toEqual(read);
  });

  it('cannot be written with both a range and marks, or with neither', () => {
    const marks = [0, 1, 2].map((at) => ({ at, text: `mot ${String(at)}` }));
    expect(refusals(written('slider', { marks }))).not.toEqual([]);
    expect(refusals(written('slider', { range: undefined }))).not.toEqual([]);
  });

  it.each([
    [{ answer: { value: 40, tolerance: 20 } }, 'More than a third of the line is right.'],
    [{ answer: { value: 140 } }, 'The right value is not on the line.'],
    [{ range: { min: 0, max: 100, step: 30 } }, 'The line has fewer than five places.'],
    [{ range: { min: 0, max: 100, step: 15 } }, 'The steps do not end at the high end.'],
  ])('is checked: %j', (change, problem) => {
    const { interaction } = instantiate(item('slider', change), 'a');
    if (interaction.kind !== 'slider') throw new Error('not a slider');
    expect(problems(interaction)).toContain(problem);
  });
});
