import type { SequenceView } from '@jalon/types';
import { expect, it } from 'vitest';
import { bodyOf, givenByAddress, givenIn } from './given.ts';

const ready: SequenceView = {
  id: 'bilan',
  title: { fr: 'Bilan', en: 'Review' },
  about: { fr: '', en: '' },
  competences: ['1.1', '2.1'],
  ...{ mode: 'practice', feedback: 'now', questions: 5 },
};
const sent = (fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return bodyOf(givenIn(form), 5);
};

it('a form that was left as it is gives one competence to all, as long as it takes', () => {
  expect(sent([...[['title', 'T']], ['competence', '1.1']] as [string, string][])).toEqual({
    title: 'T',
    competences: ['1.1'],
    ...{ mode: 'measure', feedback: 'later', opensOn: null, closesOn: null },
    ...{ questions: null, minutes: null, levels: null, audience: { to: 'class' } },
  });
});

it('what is chosen is sent: several competences, levels, length, time, days and pupils', () => {
  expect(
    sent([
      ['title', 'T'],
      ['competence', '2.1'],
      ['competence', '1.1'],
      ['mode', 'practice'],
      ['feedback', 'now'],
      ['to', 'chosen'],
      ['pupil', 'a'],
      ['pupil', 'b'],
      ['questions', '8'],
      ['minutes', '20'],
      ['levelTo', '3'],
      ['opensOn', '2026-12-01'],
      ['closesOn', '2026-12-05'],
    ]),
  ).toEqual({
    title: 'T',
    competences: ['2.1', '1.1'],
    ...{ mode: 'practice', feedback: 'now', opensOn: '2026-12-01', closesOn: '2026-12-05' },
    ...{ questions: 8, minutes: 20, levels: { from: 1, to: 3 } },
    audience: { to: 'chosen', pupilIds: ['a', 'b'] },
  });
  const some = sent([
    ['levelFrom', '2'],
    ['to', 'need'],
    ['below', '3'],
  ]);
  expect(some.levels).toEqual({ from: 2, to: 5 });
  expect(some.audience).toEqual({ to: 'need', below: 3 });
});

it('an address fills the form in: a sequence, or a competence by need', () => {
  const by = (query: string) => givenByAddress(new URLSearchParams(query), [ready], 'en');
  expect(by('sequence=bilan')).toMatchObject({
    title: 'Review',
    competences: ['1.1', '2.1'],
    ...{ mode: 'practice', feedback: 'now', questions: '5', to: 'class' },
  });
  expect(by('competence=1.1&besoin=2')).toMatchObject({
    ...{ competences: ['1.1'], to: 'need', below: '2', mode: 'practice' },
  });
  expect(by('competence=1.1&besoin=2')).toMatchObject({ pupilIds: [] });
  expect(by('sequence=none')).toMatchObject({ title: '', competences: [], mode: 'measure' });
});

it('an address chooses pupils too, for whatever else it asks for', () => {
  const by = (query: string) => givenByAddress(new URLSearchParams(query), [ready], 'fr');
  const chosen = { to: 'chosen', pupilIds: ['a', 'b'] };
  expect(by('eleves=a,b')).toMatchObject({ ...chosen, competences: [], mode: 'measure' });
  expect(by('competence=1.1&eleves=a,b')).toMatchObject({
    ...{ ...chosen, competences: ['1.1'], mode: 'practice', feedback: 'now' },
  });
  expect(by('sequence=bilan&eleves=a,b')).toMatchObject({ ...chosen, title: 'Bilan' });
  expect(by('eleves=,')).toMatchObject({ to: 'class', pupilIds: [] });
});
