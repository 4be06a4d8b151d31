import type { CohortRow, CohortTable } from '@jalon/types';
import { describe, expect, it } from 'vitest';
import { mapClasses, mapValues, shadeOf } from './map-values.ts';

const count = (pupils: number) => ({ status: 'published' as const, pupils });
const share = (value: number) => ({ share: value, standardError: 0.02 });

const row = (code: string | null, upper: number | null, yearGroup: string | null = null) =>
  ({
    group: code === null ? null : { code, name: `Département ${code}` },
    ...{ yearGroup, total: count(100), enrolled: count(400), levels: [], growth: null },
    standing:
      upper === null
        ? null
        : {
            ...{ value: 0, standardError: 0.1, measurementError: 0.05, sd: 1, shares: [] },
            atLeast: [share(1), share(0.9), share(upper)],
          },
  }) satisfies CohortRow;

const table: CohortTable = {
  ...{ territory: 'Académie', by: 'department', groupings: [], yearGroup: null, yearGroups: [] },
  path: [{ kind: 'academy', code: '10', name: 'Académie' }],
  narrower: [{ kind: 'department', code: '69', name: 'Rhône' }],
  days: ['2026-11-28'],
  ...{ madeAt: '2026-11-28T01:00:00.000Z', releases: [], competences: [], cuts: [-1, 0] },
  release: { framework: 'crcn', version: '1.0.0', sha256: 'x' },
  competence: { code: '1.1', name: 'Chercher' },
  levels: [
    ...[1, 2].map((level) => ({ level, band: 'Novice' })),
    ...[{ level: 3, band: 'Indépendant' }],
  ],
  ...{ minimumCell: 11, daysApart: 30, rule: { fr: '', en: '' }, coverage: [], trend: [] },
  rows: [row(null, 0.5), row('69', 0.61), row('01', null), row('69', 0.1, '6e')],
};

describe('the map of a territory', () => {
  it('tells the share at the upper levels of each département, or that it is hidden', () => {
    expect(mapValues(table, 'moyenne', 'fr')).toEqual([
      {
        ...{ code: '69', shade: 3 },
        label: expect.stringMatching(/^Département 69 : 61\s%$/),
        href: expect.stringContaining('within=department%3A69'),
      },
      { code: '01', shade: null, label: 'Département 01 : masqué' },
    ]);
  });

  it('tells who has a result where participation is looked at', () => {
    const [rhone] = mapValues(table, 'participation', 'fr');
    expect(rhone).toMatchObject({ shade: 1, label: expect.stringMatching(/25\s%/) });
    expect(rhone?.href).toContain('mesure=participation');
  });

  it('is none of other groups, or of what is no share', () => {
    expect(mapValues({ ...table, by: 'school' }, 'moyenne', 'fr')).toEqual([]);
    expect(mapValues(table, 'progres', 'fr')).toEqual([]);
  });

  it('has five classes, each from its lower bound', () => {
    expect([0, 0.19, 0.2, 0.4, 0.6, 0.799, 0.8, 1].map(shadeOf)).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
    expect(mapClasses('fr')).toHaveLength(5);
  });
});
