import { describe, expect, it } from 'vitest';
import { instantiate } from './instance.ts';
import { present } from './present.ts';
import { kindNames, item, refusals, written } from './testing/definitions.ts';

describe('a definition', () => {
  it.each(kindNames)('of a %s is taken as it is written', (kind) => {
    expect(refusals(written(kind))).toEqual([]);
  });

  it.each([
    ['id', { id: '1.2-essai' }],
    ['id', { id: '1.1-Essai' }],
    ['descriptor', { descriptor: '1.2.N2.1' }],
    ['descriptor', { descriptor: '1.1.N3.1' }],
    ['difficulty.mean', { difficulty: { mean: 0, sd: 0.5 } }],
    ['difficulty.sd', { difficulty: { mean: -1, sd: 0.1 } }],
    ['title', { title: 'Le prix de {{ prix }}' }],
    ['prompt', { prompt: 'Combien {{ prix' }],
    ['prompt', { prompt: '' }],
    ['feedback.correct', { feedback: { incorrect: 'Non.' } }],
    ['', { colour: 'red' }],
    ['kind', { kind: 'drawing' }],
    ['where', { where: ['1 > 0'] }],
    ['stimulus.0', { stimulus: [{ text: 'a', list: { items: ['b'] } }] }],
    ['stimulus.0', { stimulus: [{ image: 'x.png' }] }],
    [
      'stimulus.0.table.rows.1',
      { stimulus: [{ table: { caption: 'c', headers: ['a', 'b'], rows: [[1, 2], [3]] } }] },
    ],
    [
      'stimulus.0.document.type',
      { stimulus: [{ document: { type: 'tweet', title: 't', body: ['b'] } }] },
    ],
  ])('is refused at “%s” for %j', (path, changes) => {
    expect(refusals(written('order', changes)).join('\n')).toContain(`${path}: `);
  });

  it('may stand 0.8 from its level’s usual difficulty, not further', () => {
    const at = (mean: number) => refusals(written('order', { difficulty: { mean, sd: 0.5 } }));
    expect(at(-1.8)).toEqual([]);
    expect(at(-0.2)).toEqual([]);
    expect(at(-0.1)).not.toEqual([]);
  });

  it('draws every kind of block', () => {
    const stimulus = [
      { text: 'Il y a {{ n }} photos.' },
      { list: { title: 'À emporter', items: ['Trousse'] } },
      {
        table: {
          caption: 'Emprunts',
          headers: ['Mois', 'Livres'],
          rows: [
            ['Mai', 1200],
            ['', '{{ n }}'],
          ],
        },
      },
      {
        document: {
          type: 'page',
          title: 'Club',
          meta: [{ label: 'Publié', value: '3 mars' }],
          body: ['Un.'],
        },
      },
      {
        results: {
          query: 'club',
          items: [{ title: 'Club', address: 'club.example', snippet: 'Mardi.' }],
        },
      },
    ];
    const variables = { n: { value: 1500 } };
    expect(present(instantiate(item('text', { stimulus, variables }), 'a')).stimulus).toEqual([
      { block: 'text', text: 'Il y a 1\u202f500 photos.' },
      { block: 'list', title: 'À emporter', items: ['Trousse'] },
      {
        block: 'table',
        caption: 'Emprunts',
        headers: ['Mois', 'Livres'],
        rows: [
          ['Mai', '1200'],
          ['', '1\u202f500'],
        ],
      },
      {
        block: 'document',
        type: 'page',
        title: 'Club',
        meta: [{ label: 'Publié', value: '3 mars' }],
        body: ['Un.'],
      },
      {
        block: 'results',
        query: 'club',
        items: [{ title: 'Club', address: 'club.example', snippet: 'Mardi.' }],
      },
    ]);
  });
});
