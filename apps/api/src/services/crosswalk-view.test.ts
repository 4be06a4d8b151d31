import type { ReadCrosswalk } from '@jalon/framework';
import { describe, expect, it } from 'vitest';
import { smallRelease } from '../testing/small-release.ts';
import { viewCrosswalk } from './crosswalk-view.ts';
import { createEngines } from './engine.ts';

const { current } = createEngines([smallRelease({ competences: ['1.1', '1.2'] })], '1.0.0');
const texts = current.release.framework;
const crosswalk: ReadCrosswalk = {
  walk: {
    id: 'small-other',
    version: '1.0.0',
    from: { framework: 'small', version: '1.0.0' },
    to: { framework: 'other', version: '2.0.0' },
    licence: 'MIT',
    links: [
      { from: '1.2', to: 'B', relation: 'broader', why: 'It says more.' },
      { from: '1.1', to: 'B', relation: 'related' },
      { from: '1.1.N1.1', to: 'B1', relation: 'close' },
    ],
  },
  to: {
    id: 'other',
    version: '2.0.0',
    published: '2025-01-01',
    title: 'Other',
    language: 'en',
    source: 'For tests.',
    sourceUrl: 'https://jalon.example/',
    licence: 'CC BY 4.0',
    domains: [{ code: '1', name: 'All' }],
    levels: [],
    competences: ['A', 'B'].map((code) => ({
      code,
      domain: '1',
      name: `Competence ${code}`,
      definition: '',
      descriptors: [{ code: `${code}1`, level: 1, text: 'Doing.' }],
    })),
  },
};

describe('another framework', () => {
  it('is shown whole, with what corresponds to each of its competences, and under which licence', () => {
    const view = viewCrosswalk([crosswalk], current, 'other');
    expect(view.from).toEqual({ framework: 'small', version: '1.0.0', title: texts.title });
    expect(view.to).toMatchObject({ framework: 'other', version: '2.0.0', licence: 'CC BY 4.0' });
    expect(view.competences.map(({ code, links }) => [code, links])).toEqual([
      ['A', []],
      [
        'B',
        [
          { competence: '1.2', relation: 'broader', why: 'It says more.' },
          { competence: '1.1', relation: 'related', why: null },
        ],
      ],
    ]);
  });

  it('is not there where nothing leads to it from this version of the framework', () => {
    const { walk } = crosswalk;
    const from = { ...walk.from, version: '0.9.0' };
    for (const [known, asked] of [
      [[crosswalk], 'third'],
      [[{ ...crosswalk, walk: { ...walk, from } }], 'other'],
      [[], 'other'],
    ] as const) {
      expect(() => viewCrosswalk(known, current, asked)).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      );
    }
  });
});
