import { expect, it } from 'vitest';
import { attentionFor } from './attention.ts';

const now = '2026-11-28T10:00:00.000Z';
const sitting = {
  pupilId: 'p',
  name: 'Zoé',
  state: 'working' as const,
  attemptId: 'a',
  answered: 4,
  startedAt: '2026-11-28T09:50:00.000Z',
  lastAnswerAt: '2026-11-28T09:58:30.000Z',
  quickAnswers: 0,
};

it('is nobody who answers at a human pace', () => {
  expect(attentionFor(sitting, now)).toBeNull();
  expect(attentionFor({ ...sitting, quickAnswers: 2 }, now)).toBeNull();
  expect(attentionFor({ ...sitting, answered: 12, quickAnswers: 3 }, now)).toBeNull();
});

it('is whoever has not answered for minutes, since the last answer or the beginning', () => {
  const late = { ...sitting, lastAnswerAt: '2026-11-28T09:55:20.000Z' };
  expect(attentionFor(late, now)).toEqual({ kind: 'stuck', minutes: 4 });
  const never = { ...sitting, answered: 0, lastAnswerAt: null };
  expect(attentionFor(never, now)).toEqual({ kind: 'stuck', minutes: 10 });
  expect(attentionFor({ ...late, state: 'finished' }, now)).toBeNull();
});

it('is whoever answers too quickly to have read', () => {
  expect(attentionFor({ ...sitting, quickAnswers: 3 }, now)).toEqual({ kind: 'quick', answers: 3 });
});
