import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeKey, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item } from '../../testing/definitions.ts';
import { normaliseText } from './normalise.ts';
import { parseDate } from './parse-date.ts';

const answer = (changes: object, text: string) =>
  score(instantiate(item('text', changes), 'a'), { kind: 'text', text });

describe('a typed text', () => {
  it.each([
    ['  Mes   FAVORIS. ', 'mes favoris'],
    ['Écœurant !', 'ecoeurant'],
    ['l’ami', "l'ami"],
    ['mot–clé', 'mot-cle'],
    ['« club photo »', '"club photo"'],
    ['“club photo”', '"club photo"'],
    ['?', '?'],
    ['ﬁchier', 'fichier'],
  ])('%j is compared as %j', (typed, compared) => {
    expect(normaliseText(typed)).toBe(compared);
  });

  it('is the same once it is normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('is accepted whatever its accents, case and spaces, and not otherwise', () => {
    expect(answer({}, ' Mes  Fàvoris ').correct).toBe(true);
    expect(answer({}, 'favori').correct).toBe(false);
    expect(answer({}, 'favoris et plus').correct).toBe(false);
  });

  it('keeps quotation marks apart: they are what an exact search needs', () => {
    const exact = { answer: { as: 'text', accept: ['"club photo"'] } };
    expect(answer(exact, '« Club photo »').correct).toBe(true);
    expect(answer(exact, 'club photo').correct).toBe(false);
  });

  it('gets the feedback of the wrong answer it is', () => {
    expect(answer({}, 'Historique').feedback).toBe('L’historique garde tout.');
    expect(answer({}, 'accueil').feedback).toBe('Relis la consigne.');
    expect(answer({}, 'favoris').feedback).toBe('Oui, exactement.');
  });
});

describe('a typed date', () => {
  it.each([
    '2026-03-14',
    '14/03/2026',
    'le 14/03/2026',
    '14 03 2026',
    '14 / 03 / 2026',
    '14-3-2026',
    '14.3.26',
    '14 mars 2026',
    'Samedi 14 Mars 2026.',
    'le 14 mars 2026',
  ])('%s is 14 March 2026', (typed) => {
    expect(parseDate(typed)).toBe('2026-03-14');
  });

  it.each([
    ['1er août 2026', '2026-08-01'],
    ['1 fevr. 2026', '2026-02-01'],
  ])('%s is %s', (typed, date) => {
    expect(parseDate(typed)).toBe(date);
  });

  it.each(['31/02/2026', '14/13/2026', 'dimanche 14 mars 2026', '14 mers 2026', '14/03', '', '0'])(
    '%j names no day',
    (typed) => {
      expect(parseDate(typed)).toBeNull();
    },
  );

  it('reads any text without failing, and only days of the calendar', () => {
    const pieces = fc.constantFrom('14', '/', '-', ' ', 'mars', 'samedi', '2026', '1er', '.', '99');
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const date = parseDate(text);
        if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });

  it('is right in any of these forms, and a day beside is wrong', () => {
    const dated = {
      answer: { as: 'date', accept: ['2026-03-14'] },
      distractors: [{ text: '2026-03-15', feedback: 'Un jour de trop.' }, { text: 'demain' }],
    };
    expect(answer(dated, '14/03/26').correct).toBe(true);
    expect(answer(dated, '15 mars 2026')).toMatchObject({
      correct: false,
      feedback: 'Un jour de trop.',
    });
    expect(answer(dated, 'Demain').correct).toBe(false);
    expect(describeKey(instantiate(item('text', dated), 'a'))).toBe('14 mars 2026');
  });
});
