import type { CohortBy, CohortRow, Territory } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { addCountedSchool } from '../../testing/territory.ts';
import { createTestServices } from '../../testing/test-services.ts';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { publishNow } from '../publications/publish-all.ts';
import { readCohort } from './table.ts';
import { viewCohort } from './view.ts';

const counts = [30, 31, 32, 33, 34];
const TOTAL = 160;

let services: ServiceContext;
beforeAll(async () => {
  services = await createTestServices({ releases: [smallRelease({})] });
  const add = (uai: string, name: string, department: string, yearGroups = ['6e']) =>
    addCountedSchool(services, {
      ...{ uai, name, department },
      yearGroups: Object.fromEntries(yearGroups.map((year) => [year, { '1.1': counts }])),
    });
  await add('0630001A', 'Collège du Puy', '63', ['6e', '4e']);
  await add('0630002B', 'Collège de la Limagne', '63');
  await add('0150001C', 'Lycée du Cantal', '15', ['2de']);
  await add('0210001D', 'Collège de la Moutarde', '21');
  const { change, read, write } = services.store;
  const school = async (uai: string) => (await read.rows.schoolByUai(uai))?.id ?? '';
  const district = { districtCode: '06101', districtName: 'Bassin du Puy' };
  await write(
    change.describeSchool(await school('0630001A'), {
      ...{ type: 'college', sector: 'public', priority: 'rep', enrolment: 450, ...district },
    }),
    change.describeSchool(await school('0630002B'), {
      ...{ type: 'college', sector: 'private-contract', priority: 'none', enrolment: 90 },
    }),
    change.describeSchool(await school('0150001C'), {
      ...{ type: 'lycee', sector: 'public', priority: 'none', enrolment: 700 },
    }),
  );
  await publishNow(services);
});
afterAll(() => services.store.close());

const inspectorOf = (kind: Territory['kind'], code: string): Inspector => ({
  role: 'inspector',
  id: '00000000-0000-4000-8000-000000000403',
  territory: { kind, code },
});
const country = inspectorOf('country', 'FR');
const academy = inspectorOf('academy', '06');
const department = inspectorOf('department', '63');
const district = inspectorOf('district', '06101');

const look = (
  actor: Inspector,
  query: { within?: string; by?: CohortBy; yearGroup?: string } = {},
) => readCohort(services, actor, query);

/** The groups of a table, with how many pupils are in each. */
const totals = ({ rows }: { rows: readonly CohortRow[] }) =>
  rows.flatMap(({ group, yearGroup, total }) =>
    yearGroup === null
      ? [[group?.code ?? 'all', total.status === 'published' ? total.pupils : null]]
      : [],
  );
const close = (pupils: number) => expect.closeTo(pupils, -1);

describe('an inspector counts over the territory alone', () => {
  it('of a district', async () => {
    const table = await look(district);
    expect(table.territory).toBe('Bassin du Puy');
    expect(totals(table)).toEqual([
      ['all', close(2 * TOTAL)],
      ['0630001A', close(2 * TOTAL)],
    ]);
  });

  it('of a département, by school', async () => {
    const table = await look(department);
    expect(table.territory).toBe('Puy-de-Dôme');
    expect(totals(table)).toEqual([
      ['all', close(3 * TOTAL)],
      ['0630002B', close(TOTAL)],
      ['0630001A', close(2 * TOTAL)],
    ]);
  });

  it('of an académie, by département', async () => {
    const table = await look(academy);
    expect(table.territory).toBe('Académie de Clermont-Ferrand');
    expect(totals(table)).toEqual([
      ['all', close(4 * TOTAL)],
      ['15', close(TOTAL)],
      ['63', close(3 * TOTAL)],
    ]);
  });

  it('of the country, by académie', async () => {
    const table = await look(country);
    expect(table.territory).toBe('France');
    expect(totals(table)).toEqual([
      ['all', close(5 * TOTAL)],
      ['06', close(4 * TOTAL)],
      ['07', close(TOTAL)],
      // Nobody has a result at the two schools that every test has.
      ['08', null],
      ['10', null],
    ]);
  });

  it('that has no school yet', async () => {
    const table = await look(inspectorOf('academy', '33'));
    expect(table).toMatchObject({
      ...{ territory: 'Académie de la Guyane', narrower: [], yearGroups: [] },
      rows: [{ group: null, total: { status: 'suppressed' } }],
    });
  });

  it.each([
    ['a district', district, ['academy:06', 'department:63', 'school:0630002B', 'district:06102']],
    ['a département', department, ['country:FR', 'academy:06', 'department:15', 'school:0150001C']],
    ['an académie', academy, ['country:FR', 'academy:07', 'department:21', 'school:0210001D']],
    ['the country', country, ['country:DE', 'academy:99', 'school:0999999Z']],
  ])('and is shown nothing beyond %s', async (_, actor, foreign) => {
    for (const within of foreign) {
      await expect(look(actor, { within }), within).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('even where a wider place has no other school', async () => {
    await expect(
      look(inspectorOf('department', '21'), { within: 'academy:07' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a part of the territory', () => {
  it('is reached from place to place, and tells the way back', async () => {
    expect((await look(academy)).narrower).toEqual([
      { kind: 'department', code: '15', name: 'Cantal' },
      { kind: 'department', code: '63', name: 'Puy-de-Dôme' },
      { kind: 'district', code: '06101', name: 'Bassin du Puy' },
    ]);
    const school = await look(country, { within: 'school:0630001A' });
    expect(school.path.map(({ kind, code }) => `${kind}:${code}`)).toEqual([
      ...['country:FR', 'academy:06', 'department:63', 'school:0630001A'],
    ]);
    expect(school.narrower).toEqual([]);
    expect(school.rows.map(({ group, yearGroup }) => [group, yearGroup])).toEqual([
      ...[[null, null] as const, [null, '6e'] as const, [null, '4e'] as const],
    ]);
  });

  it('is counted by what the directory says of its schools', async () => {
    expect(totals(await look(academy, { by: 'sector' }))).toEqual([
      ['all', close(4 * TOTAL)],
      ['public', close(3 * TOTAL)],
      ['private-contract', close(TOTAL)],
    ]);
    expect(totals(await look(academy, { by: 'priority' }))).toEqual([
      ['all', close(4 * TOTAL)],
      ['none', close(2 * TOTAL)],
      ['rep', close(2 * TOTAL)],
    ]);
    expect(totals(await look(academy, { by: 'size' })).map(([code]) => code)).toEqual([
      ...['all', 'under-100', '300-599', '600-more'],
    ]);
    const types = await look(country, { within: 'academy:06', by: 'type' });
    expect(totals(types).map(([code]) => code)).toEqual(['all', 'college', 'lycee']);
    expect(totals(await look(department, { by: 'district' })).map(([code]) => code)).toEqual([
      ...['all', '06101', 'unknown'],
    ]);
  });

  it('that is a school is compared with those of the territory that are like it', async () => {
    const school = await look(academy, { within: 'school:0630001A', by: 'like' });
    expect(totals(school)).toEqual([
      ['all', close(2 * TOTAL)],
      ['academy:06', close(4 * TOTAL)],
      ['type:college', close(3 * TOTAL)],
      ['sector:public', close(3 * TOTAL)],
      ['priority:rep', close(2 * TOTAL)],
      ['size:300-599', close(2 * TOTAL)],
    ]);
    expect((await look(academy, { by: 'like' })).by).toBe('department');
  });

  it('that is the country is taken away school by school, and not looked at so', async () => {
    const parts = async (isExport: boolean) =>
      (await viewCohort(services, country, { by: 'school', isExport })).parts;
    const schools = (await parts(true)).map(({ group }) => group.code);
    expect(schools).toContain('0210001D');
    expect(schools).toHaveLength(6);
    expect((await parts(false)).map(({ group }) => group.code)).not.toContain('0210001D');
  });

  it('is never counted by what nobody has said', async () => {
    const { groupings, by } = await look(inspectorOf('department', '21'), { by: 'sector' });
    expect({ groupings, by }).toEqual({ groupings: ['school'], by: 'school' });
    expect((await look(academy)).groupings).not.toContain('setting');
  });

  it('is shown in one year group, or in all where it lacks that one', async () => {
    const bySector = await look(academy, { by: 'sector', yearGroup: '6e' });
    expect(bySector).toMatchObject({ yearGroup: null, yearGroups: [] });
    expect(bySector.rows.every(({ yearGroup }) => yearGroup === null)).toBe(true);
    const one = await look(academy, { yearGroup: '6e' });
    expect(new Set(one.rows.map(({ yearGroup }) => yearGroup))).toEqual(new Set(['6e']));
    expect(one.rows.map(({ group }) => group?.code ?? null)).toEqual([null, '63']);
    const none = await look(academy, { yearGroup: 'CP' });
    expect(none.yearGroup).toBeNull();
    expect(none.yearGroups).toEqual(['6e', '4e', '2de']);
  });
});
