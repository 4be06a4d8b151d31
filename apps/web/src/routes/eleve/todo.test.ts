import type { PupilHome } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { sortForPupil } from './todo.ts';

type Assessment = PupilHome['assessments'][number];

const given = (title: string, changes: Partial<Assessment>): Assessment => ({
  id: `00000000-0000-4000-8000-00000000000${title}`,
  title,
  competence: { code: '1.1', name: 'Chercher' },
  ...{ mode: 'measure', opensAt: null, questions: null, minutes: null, step: null },
  closesAt: null,
  closed: false,
  state: 'not-started',
  attemptId: null,
  answered: 0,
  ...changes,
});

describe('what a pupil has to do', () => {
  it('comes first where it was begun, then where it closes first', () => {
    const { open } = sortForPupil([
      given('1', {}),
      given('2', { closesAt: '2026-12-10T23:00:00Z' }),
      given('3', { closesAt: '2026-12-03T23:00:00Z' }),
      given('4', { state: 'working' }),
      given('5', {}),
    ]);
    expect(open.map(({ title }) => title).join('')).toBe('43215');
  });

  it('keeps the order of a sequence, and puts what opens later apart, soonest first', () => {
    const step = (rank: number) => ({ step: { rank, of: 2 }, closesAt: '2026-12-03T23:00:00Z' });
    const sorted = sortForPupil([
      given('1', { opensAt: '2026-12-10T23:00:00Z' }),
      given('2', { opensAt: '2026-12-03T23:00:00Z' }),
      given('3', step(1)),
      given('4', step(2)),
    ]);
    expect(sorted.open.map(({ title }) => title)).toEqual(['3', '4']);
    expect(sorted.later.map(({ title }) => title)).toEqual(['2', '1']);
  });

  it('may be finished after it has closed, but not begun', () => {
    const sorted = sortForPupil([
      given('1', { closed: true, state: 'working' }),
      given('2', { closed: true }),
      given('3', { closed: true, state: 'finished' }),
    ]);
    expect(sorted.open.map(({ title }) => title)).toEqual(['1']);
    expect(sorted.missed.map(({ title }) => title)).toEqual(['2']);
    expect(sorted.done.map(({ title }) => title)).toEqual(['3']);
  });
});
