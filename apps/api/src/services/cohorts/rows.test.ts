import { Readable } from 'node:stream';
import { type CountTable, derivableCells, roundCount } from '@jalon/disclosure';
import type { CohortRow, ProtectedCount } from '@jalon/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServices } from '../../testing/test-services.ts';
import { territory } from '../../testing/territory.ts';
import type { ServiceContext } from '../context.ts';
import { publishNow } from '../publications/publish-all.ts';
import { everyLine } from './export.ts';
import { cohortRows } from './rows.ts';
import { viewCohort } from './view.ts';

const LEVELS = 5;
const MINIMUM = 11;

let services: ServiceContext;
beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.store.close());

/** Pupils at each level, by school and year group: `{ A: { '6e': [12, 40, 0, 11, 3] } }`. */
type Pupils = Record<string, Record<string, readonly number[]>>;

/** Publishes the figures of these, and of nobody else. */
async function withPupils(pupils: Pupils): Promise<void> {
  const groups = Object.entries(pupils).flatMap(([uai, years]) =>
    Object.entries(years).map(([yearGroup, counts]) => ({ uai, yearGroup, counts })),
  );
  const { cohorts } = services.store.read;
  cohorts.yearGroups = async () =>
    groups.map(({ uai, yearGroup, counts }) => ({
      ...{ schoolId: uai, pupils: counts.reduce((sum, count) => sum + count, 0) },
      ...{ uai, schoolName: `Collège ${uai}`, department: '974', yearGroup },
      ...{ type: null, sector: null, priority: null, setting: null, enrolment: null },
      ...{ districtCode: null, districtName: null },
    }));
  cohorts.resultCounts = async () => [{ releaseVersion: '1.0.0', results: MINIMUM }];
  cohorts.measures = async ({ schoolId }) =>
    groups
      .filter(({ uai }) => uai === schoolId)
      .flatMap(({ yearGroup, counts }) =>
        counts.flatMap((pupils, index) =>
          Array.from({ length: pupils }, (_, i) => ({
            ...{ pupilId: `${yearGroup} ${index} ${i}`, yearGroup, competence: '1.1' },
            ...{ level: index + 1, ability: index - 2, standardError: 0.5 },
            ...{ priorMean: 0, priorSd: 1.5, finishedAt: new Date(0) },
          })),
        ),
      );
  cohorts.firstMeasures = async () => [];
  const { change, read, write } = services.store;
  const earlier = (await read.publications.all()).map(({ id }) => id);
  if (earlier.length > 0) await write(...change.forgetPublications(earlier));
  await publishNow(services);
}

const keyOf = ({ group, yearGroup }: Pick<CohortRow, 'group' | 'yearGroup'>, level: number) =>
  `${group?.code ?? 'all'} ${yearGroup ?? 'all'} ${level}`;

/** Every cell of the rows, by school, year group and level (0 for all levels). */
const cellsOf = (rows: readonly CohortRow[]): Map<string, ProtectedCount> =>
  new Map(
    rows.flatMap((row) =>
      [row.total, ...row.levels].map((cell, level) => [keyOf(row, level), cell] as const),
    ),
  );

/** How many pupils a cell stands for. */
function pupilsIn(pupils: Pupils, { group, yearGroup }: CohortRow, level: number): number {
  return Object.entries(pupils)
    .filter(([uai]) => group === null || group.code === uai)
    .flatMap(([, years]) => Object.entries(years))
    .filter(([year]) => yearGroup === null || yearGroup === year)
    .flatMap(([, counts]) => (level === 0 ? counts : [counts[level - 1] ?? 0]))
    .reduce((sum, count) => sum + count, 0);
}

/** The counts behind the rows, and the sums that whoever reads these rows knows to hold. */
function behind(rows: readonly CohortRow[], pupils: Pupils): CountTable {
  const levels = Array.from({ length: LEVELS }, (_, index) => index + 1);
  const everyLevel = [0, ...levels];
  const sumOf = (row: CohortRow, isPart: (other: CohortRow) => boolean) => {
    const parts = rows.filter(isPart);
    return everyLevel.map((level) => ({
      total: keyOf(row, level),
      parts: parts.map((part) => keyOf(part, level)),
    }));
  };
  return {
    counts: new Map(
      rows.flatMap((row) =>
        everyLevel.map((level) => [keyOf(row, level), pupilsIn(pupils, row, level)] as const),
      ),
    ),
    sums: rows.flatMap((row) => [
      { total: keyOf(row, 0), parts: levels.map((level) => keyOf(row, level)) },
      ...(row.group === null
        ? sumOf(row, ({ group, yearGroup }) => group !== null && yearGroup === row.yearGroup)
        : []),
      ...(row.yearGroup === null
        ? sumOf(
            row,
            ({ group, yearGroup }) => yearGroup !== null && group?.code === row.group?.code,
          )
        : []),
    ]),
  };
}

/** Checks that no count under the minimum can be read or worked out by anyone who subtracts. */
function expectProtected(rows: readonly CohortRow[], pupils: Pupils): void {
  const yearGroups = Object.values(pupils).flatMap((years) => Object.keys(years));
  expect(rows.filter(({ group, yearGroup }) => group && yearGroup)).toHaveLength(yearGroups.length);
  const cells = cellsOf(rows);
  const table = behind(rows, pupils);
  for (const [key, cell] of cells) {
    if (cell.status === 'suppressed') continue;
    const count = table.counts.get(key) ?? 0;
    expect(count, key).toBeGreaterThanOrEqual(MINIMUM);
    expect(cell.pupils, key).toBe(roundCount(count));
  }
  const isHidden = (key: string) => cells.get(key)?.status === 'suppressed';
  expect(derivableCells(table, isHidden), 'worked out').toEqual([]);
  for (const { total, parts } of table.sums) {
    const hidden = parts.filter(isHidden);
    if (isHidden(total) || hidden.length === 0) continue;
    const together = hidden.reduce((sum, key) => sum + (table.counts.get(key) ?? 0), 0);
    expect(together, `${hidden.join(' + ')} of ${total}`).toBeGreaterThanOrEqual(MINIMUM);
  }
}

const view = () => viewCohort(services, territory, {});
const count = async () => cohortRows(services, await view(), '1.1', LEVELS);

describe('the counts of a territory', () => {
  it('are published whole where none is small, totals first, in the order of schooling', async () => {
    await withPupils({
      A: { '4e': [11, 12, 13, 14, 15], '6e': [20, 20, 20, 20, 20] },
      B: { '6e': [30, 30, 30, 30, 30] },
    });
    const rows = await count();
    expect(rows.map((row) => keyOf(row, 0))).toEqual([
      ...['all all 0', 'all 6e 0', 'all 4e 0'],
      ...['A all 0', 'A 6e 0', 'A 4e 0'],
      ...['B all 0', 'B 6e 0'],
    ]);
    expect([...cellsOf(rows).values()].every(({ status }) => status === 'published')).toBe(true);
    expect(rows[0]?.total).toEqual({ status: 'published', pupils: 315 });
    expect(rows[5]?.levels[0]).toEqual({ status: 'published', pupils: 10 });
  });

  it('hide every small one, and others so that it cannot be worked out', async () => {
    const pupils = {
      A: { '6e': [5, 30, 40, 50, 60], '4e': [30, 30, 30, 30, 30] },
      B: { '6e': [30, 30, 30, 30, 30], '4e': [30, 30, 30, 30, 30] },
    };
    await withPupils(pupils);
    const rows = await count();
    expect(cellsOf(rows).get('A 6e 1')).toEqual({ status: 'suppressed' });
    const hidden = [...cellsOf(rows).values()].filter(({ status }) => status === 'suppressed');
    expect(hidden.length).toBeGreaterThan(3);
    expectProtected(rows, pupils);
  });

  it('hide a small one also from whoever sees which year groups a school has', async () => {
    // A has 6e alone: its total is its 6e, and 55 less that would be the 5 of B.
    const pupils = {
      A: { '6e': [50, 60, 60, 60, 60] },
      B: { '6e': [5, 60, 60, 60, 60], '5e': [40, 45, 45, 45, 45] },
    };
    await withPupils(pupils);
    expectProtected(await count(), pupils);
  });

  it('keep a school of one year group whole where nothing small is near', async () => {
    await withPupils({
      A: { '6e': [50, 60, 60, 60, 60] },
      B: { '6e': [30, 60, 60, 60, 60], '5e': [40, 45, 45, 45, 45] },
    });
    const cells = cellsOf(await count());
    expect([...cells].filter(([, { status }]) => status === 'suppressed')).toEqual([]);
  });

  it('are all hidden where nobody has a result', async () => {
    await withPupils({ A: { '6e': [0, 0, 0, 0, 0] }, B: { '5e': [0, 0, 0, 0, 0] } });
    const cells = [...cellsOf(await count()).values()];
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['suppressed']));
  });

  it('are none but the territory’s own, hidden, where it has no school', async () => {
    await withPupils({});
    const rows = await count();
    expect(rows.map((row) => keyOf(row, 0))).toEqual(['all all 0']);
    expect(rows[0]?.total.status).toBe('suppressed');
  });
});

describe('for any territory', () => {
  const aCount = fc.oneof(fc.nat(14), fc.integer({ min: 11, max: 60 }));
  const levels = fc.array(aCount, { minLength: LEVELS, maxLength: LEVELS });
  const years = fc.dictionary(fc.constantFrom('6e', '5e', '4e'), levels, { minKeys: 1 });
  const aTerritory = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), years, { minKeys: 1 });

  it('no count under 11 can be read in the table or in the export, or worked out', async () => {
    await fc.assert(
      fc.asyncProperty(aTerritory, async (pupils) => {
        await withPupils(pupils);
        const rows = await count();
        expectProtected(rows, pupils);
        const lines = await Readable.from(
          everyLine(services, await view(), services.engines.current),
        ).toArray();
        const cells = rows.flatMap(({ total, levels: atLevels }) => [total, ...atLevels]);
        expect(lines.map(({ pupils: told }) => told)).toEqual(
          cells.map((cell) => (cell.status === 'published' ? cell.pupils : null)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
