import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleOf } from '../kinds/examples.ts';
import { kindNames, item, template } from '../testing/definitions.ts';
import { foreignHosts, isExampleAddress } from './addresses.ts';
import { checkItem } from './check-item.ts';

const codes = (definition: Parameters<typeof checkItem>[0], seeds = 200) =>
  checkItem(definition, { seeds }).map(({ code }) => code);

const log = z.array(z.looseObject({}));

const number = (changes: object) =>
  template('number', {
    units: undefined,
    answer: { value: 'total' },
    distractors: [{ value: 'prix' }, { value: 'total + 1' }],
    ...changes,
  });

describe('the check of an item', () => {
  it.each(kindNames)('finds nothing in a good %s', (kind) => {
    expect(checkItem(item(kind), { seeds: 200 })).toEqual([]);
    expect(checkItem(template(kind), { seeds: 200 })).toEqual([]);
  });

  it('finds a wrong answer that is sometimes right, and names a seed that shows it', () => {
    const [problem, ...others] = checkItem(
      number({ distractors: [{ value: 'prix + 60' }, { value: 1 }] }),
      {
        seeds: 200,
      },
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'distractor', severity: 'error' });
    expect(problem?.seed).toMatch(/^\d+$/);
  });

  it('finds what no pupil could do, in the key or in a wrong answer', () => {
    const impossible = [{ do: 'open', message: 'm99' }];
    const { solution, mistakes } = z
      .object({ solution: log, mistakes: z.array(log) })
      .parse(exampleOf('mailbox'));
    expect(
      checkItem(item('mailbox', { solution: [...solution, ...impossible] }), { seeds: 3 }),
    ).toMatchObject([{ code: 'key', message: expect.stringContaining('cannot be given') }]);
    expect(
      checkItem(item('mailbox', { mistakes: [...mistakes, impossible] }), { seeds: 3 }),
    ).toMatchObject([{ code: 'distractor', message: expect.stringContaining('cannot be given') }]);
  });

  it('finds options that are sometimes the same', () => {
    const options = [
      { text: '{{ prix }} €', key: true },
      { text: '{{ total - 60 }} €', feedback: 'Non.' },
      { text: 'rien du tout', feedback: 'Non.' },
    ];
    expect(codes(template('choice', { options }))).toEqual(['same-text']);
  });

  it('finds an expression that does not work out', () => {
    expect(codes(number({ prompt: '{{ absent }} ?' }))).toEqual(['template']);
    expect(codes(number({ prompt: 'Et {{ 1 / (prix - 30) }} ?' }))).toEqual(['template']);
    expect(codes(number({ where: ['prix > 100'] }))).toEqual(['template']);
    const dated = { answer: { as: 'date', accept: ['14 mars 2026'] } };
    expect(codes(item('text', dated))).toEqual(['template']);
  });

  it('finds a template that hardly varies', () => {
    const few = { variables: { prix: { pick: [1, 2, 3] } }, where: [], prompt: '{{ prix }} ?' };
    expect(codes(template('order', few))).toEqual(['varies-little']);
  });

  it('finds addresses that may be somebody’s', () => {
    const page = (address: string, text = 'Mardi.') => ({
      stimulus: [
        { text },
        { results: { query: 'club', items: [{ title: 'Club', address, snippet: 'Mardi.' }] } },
      ],
    });
    expect(codes(item('order', page('club.example/accueil')))).toEqual([]);
    expect(codes(item('order', page('club.org/accueil')))).toEqual(['address', 'address']);
    expect(codes(item('order', page('club.example', 'Écris à lea@club.test')))).toEqual([
      'address',
    ]);
  });

  it('finds values that are missing in a text, feedback included', () => {
    const feedback = { correct: 'Oui.', incorrect: 'NaN euros.' };
    expect(codes(item('order', { feedback }))).toEqual(['text']);
    expect(
      codes(
        template('order', {
          variables: { a: { pick: ['{{ b }}', 'c', 'd', 'e', 'f', 'g'] } },
          where: [],
          prompt: '{{ a }} ?',
        }),
      ),
    ).toEqual(['text']);
  });

  it('warns of a key that is much longer than the rest', () => {
    const options = [
      { text: 'un moteur de recherche avec des mots précis', key: true },
      { text: 'un moteur', feedback: 'Non.' },
    ];
    expect(checkItem(item('choice', { options }), { seeds: 200 })).toMatchObject([
      { code: 'long-key', severity: 'warning' },
    ]);
  });
});

describe('addresses', () => {
  it('are told from file names and sentences', () => {
    expect(foreignHosts('Ouvre photo.png puis expose.odt. Fin.Voilà, M.Dupont')).toEqual([]);
    expect(foreignHosts('Va sur https://club.example/a ou club-photo.example.')).toEqual([]);
    expect(foreignHosts('Va sur www.club.fr, ou http://10.0.0.1/a')).toEqual([
      '10.0.0.1',
      'www.club.fr',
    ]);
    expect(foreignHosts('banque.com.verif.example')).toEqual([]);
    expect(foreignHosts('Écris à lea@club.example.')).toEqual([]);
  });

  it('end in .example before their path', () => {
    expect(isExampleAddress('https://club.example › accueil')).toBe(true);
    expect(isExampleAddress('club.example:8080/a')).toBe(true);
    expect(isExampleAddress('club.fr/page.example')).toBe(false);
  });
});
