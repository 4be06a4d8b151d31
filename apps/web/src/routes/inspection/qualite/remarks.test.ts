import type { CompetenceQuality, QualityItem, QualityRemark } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { byChance, differencesOf, remarksOf, stateOf } from './remarks.ts';

const remark = (severity: QualityRemark['severity'], words: string = severity): QualityRemark => ({
  severity,
  comparison: null,
  words: { fr: words, en: words },
});

const item = (id: string, over: Partial<QualityItem> = {}): QualityItem => ({
  ...{ id, version: 1, title: id, answers: 120, differences: [], remarks: [] },
  fit: { code: 'fits', p: 0.4 },
  drift: { code: 'not-enough-data', shift: null },
  ...over,
});

const competence = (code: string, items: QualityItem[]): CompetenceQuality => ({
  competence: { code, name: code },
  pupils: 200,
  measured: null,
  items,
});

const gap = (value: number): QualityItem['differences'][number] => ({
  ...{ attribute: 'sector', reference: 'public', focal: 'private', size: 'negligible' },
  ...{ gap: value, error: 0.2, answers: { reference: 200, focal: 100 } },
});

describe('remarks', () => {
  it('stand once each with all their items, what presses first', () => {
    const found = remarksOf([
      competence('1.1', [
        item('a', { remarks: [remark('look')] }),
        item('b', { remarks: [remark('act'), remark('look')] }),
      ]),
      competence('1.2', [item('c', { remarks: [remark('act', 'another thing')] })]),
    ]);
    expect(
      found.map(({ words, items }) => [words.fr, ...items.map(({ item: { id } }) => id)]),
    ).toEqual([
      ['act', 'b'],
      ['another thing', 'c'],
      ['look', 'a', 'b'],
    ]);
  });

  it('are counted by items, beside the items that something is said of', () => {
    const unknown = { fit: { code: 'not-enough-data', p: null } } as const;
    const items = [
      item('a', { remarks: [remark('look'), remark('act')] }),
      item('b', unknown),
      item('c', { ...unknown, differences: [gap(0.1)] }),
    ];
    expect(stateOf(competence('1.1', items))).toEqual({ judged: 2, remarked: 1 });
  });
});

describe('differences', () => {
  it('stand by their size, whichever way', () => {
    const items = [
      item('a', { differences: [gap(0.1), gap(-0.9)] }),
      item('b', { differences: [gap(0.5)] }),
    ];
    expect(differencesOf(competence('1.1', items)).map(({ difference }) => difference.gap)).toEqual(
      [-0.9, 0.5, 0.1],
    );
  });

  it('appear by chance once in twenty times at most', () => {
    expect([0, 1, 20, 21].map(byChance)).toEqual([0, 1, 1, 2]);
  });
});
