import { expect, it } from 'vitest';
import { POSITION, PUPIL } from './fields.ts';
import { saidIn } from './said.ts';

it('is a level, none at all, or the rule again', () => {
  const form = new FormData();
  form.set(PUPIL, 'p1');
  for (const [code, said] of [
    ['1.1', '2'],
    ['1.2', '0'],
    ['1.3', ''],
    ['2.1', '7'],
  ] as const) {
    form.set(POSITION + code, said);
  }
  expect(saidIn(form)).toEqual({
    pupilId: 'p1',
    positions: [
      { competence: '1.1', level: 2 },
      { competence: '1.2', level: 0 },
      { competence: '1.3', level: null },
      { competence: '2.1', level: null },
    ],
  });
});
