import type { CohortRow, ProtectedCount } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import {
  bandsOf,
  rowsByGroup,
  shareOf,
  sharesOf,
  showsSomething,
  tell,
  territoryRow,
} from './counts.ts';

const shown = (pupils: number): ProtectedCount => ({ status: 'published', pupils });
const about = (share: number) => ({ is: 'about', share });
const hidden: ProtectedCount = { status: 'suppressed' };

const row = (school: string | null, yearGroup: string | null): CohortRow => ({
  group: school === null ? null : { code: school, name: `Collège ${school}` },
  yearGroup,
  total: shown(30),
  levels: [shown(12), shown(18)],
  ...{ enrolled: shown(40), standing: null, growth: null },
});

describe('shares', () => {
  it('are the part of a total that a shown count is', () => {
    expect(shareOf([shown(12)], shown(48))).toEqual(about(0.25));
    expect(shareOf([shown(12), shown(12)], shown(48))).toEqual(about(0.5));
  });

  it('are never worked out from a hidden count, nor of nobody', () => {
    expect(shareOf([hidden, shown(12)], shown(48))).toBeNull();
    expect(shareOf([shown(12)], hidden)).toBeNull();
    expect(shareOf([shown(0)], shown(0))).toBeNull();
  });

  it('of a row are given only where every level is shown', () => {
    expect(sharesOf({ ...row(null, null), levels: [shown(10), shown(30)] })).toEqual([0.25, 0.75]);
    expect(sharesOf({ ...row(null, null), levels: [shown(10), hidden] })).toBeNull();
    expect(sharesOf({ ...row(null, null), levels: [shown(0), shown(0)] })).toBeNull();
  });

  it('are drawn no smaller than they are told', () => {
    const [first = 0, last = 0] =
      sharesOf({ ...row(null, null), levels: [shown(10), shown(990)] }) ?? [];
    expect(first).toBeCloseTo(0.05);
    expect(first + last).toBeCloseTo(1);
  });

  it('of a row whose total is hidden follow from its levels alone', () => {
    expect(sharesOf({ ...row(null, null), total: hidden })).toEqual([0.4, 0.6]);
  });
});

describe('bands', () => {
  it('gather the levels next to each other that bear the same name', () => {
    const names = ['Novice', 'Novice', 'Indépendant', 'Indépendant', 'Avancé'];
    expect(bandsOf(names.map((band, index) => ({ level: index + 1, band })))).toEqual([
      { name: 'Novice', levels: [1, 2] },
      { name: 'Indépendant', levels: [3, 4] },
      { name: 'Avancé', levels: [5] },
    ]);
  });
});

describe('what is told of a row', () => {
  const levels = ['Novice', 'Novice', 'Indépendant', 'Indépendant', 'Avancé'].map(
    (band, index) => ({ level: index + 1, band }),
  );
  const of = (...counts: (number | null)[]): CohortRow => ({
    ...row(null, null),
    total: shown(100),
    levels: counts.map((pupils) => (pupils === null ? hidden : shown(pupils))),
  });

  it('is the share of each band', () => {
    expect(tell(of(15, 15, 25, 25, 20), levels)).toEqual({
      parts: [
        { band: 'Novice', levels: [1, 2], share: about(0.3) },
        { band: 'Indépendant', levels: [3, 4], share: about(0.5) },
        { band: 'Avancé', levels: [5], share: about(0.2) },
      ],
      hidden: [],
    });
  });

  it('is the share of single levels where a band holds a hidden one', () => {
    expect(tell(of(null, 19, 34, 33, null), levels)).toEqual({
      parts: [
        { band: 'Novice', levels: [2], share: about(0.19) },
        { band: 'Indépendant', levels: [3, 4], share: about(0.67) },
      ],
      hidden: [1, 5],
    });
  });

  it('is nothing but what is hidden where the total is', () => {
    expect(tell({ ...of(15, 15, 25, 25, 20), total: hidden }, levels)).toEqual({
      parts: [],
      hidden: [1, 2, 3, 4, 5],
    });
  });
});

describe('rows', () => {
  const rows = [
    row('0690001A', null),
    row('0690001A', '6e'),
    row('0690002B', '6e'),
    row(null, '6e'),
    row(null, null),
    row('0690001A', '4e'),
  ];

  it('stand by group, the whole territory first and each total last', () => {
    expect(
      rowsByGroup(rows).map(({ group, rows: some }) => [
        group?.code,
        ...some.map(({ yearGroup }) => yearGroup),
      ]),
    ).toEqual([
      [undefined, '6e', null],
      ['0690001A', '6e', '4e', null],
      ['0690002B', '6e'],
    ]);
  });

  it('show something as soon as one count of theirs is shown', () => {
    expect(showsSomething({ ...row(null, null), total: hidden, levels: [hidden, shown(11)] })).toBe(
      true,
    );
    expect(showsSomething({ ...row(null, null), total: hidden, levels: [hidden] })).toBe(false);
  });

  it('have one that counts the whole territory, or none', () => {
    expect(territoryRow(rows)).toEqual(row(null, null));
    expect(territoryRow([row(null, '6e')])).toBeNull();
    expect(territoryRow(rows, '6e')).toEqual(row(null, '6e'));
  });
});
