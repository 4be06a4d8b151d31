import { expect, it } from 'vitest';
import { saidIn } from './said.ts';
import { NEW_PUPIL, whoField } from './who-fields.ts';

it('says who the doubtful are, and leaves out whoever is left alone', () => {
  const form = new FormData();
  form.set('empreinte', 'abc');
  form.set('absents', 'on');
  form.set(whoField(3), NEW_PUPIL);
  form.set(whoField(4), '00000000-0000-4000-8000-000000000001');
  form.set(whoField(5), '');
  expect(saidIn(form)).toEqual({
    fingerprint: 'abc',
    absentHaveLeft: true,
    who: [
      { line: 3, pupilId: null },
      { line: 4, pupilId: '00000000-0000-4000-8000-000000000001' },
    ],
  });
  expect(saidIn(new FormData())).toEqual({ fingerprint: '', absentHaveLeft: false, who: [] });
});
