import { roundCount } from '@jalon/disclosure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { addCountedSchool, pupilName, territory } from '../../testing/territory.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { taking } from '../../testing/taking.ts';
import { people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { createEngines } from '../engine.ts';
import { publishNow } from '../publications/publish-all.ts';
import { readCohort } from './table.ts';

const release = smallRelease({ competences: ['1.1', '1.2'] });

let services: ServiceContext;
beforeAll(async () => {
  services = await createTestServices({ releases: [release] });
  await addCountedSchool(services, {
    uai: '9740001A',
    name: 'Collège du Volcan',
    department: '974',
    yearGroups: {
      '4e': { '1.1': [11, 12, 13, 14, 15] },
      '6e': { '1.1': [21, 22, 23, 24, 25], '1.2': [40, 0, 0, 0, 0] },
    },
  });
  await addCountedSchool(services, {
    uai: '9740002B',
    name: 'Collège du Lagon',
    department: '974',
    yearGroups: { '6e': { '1.1': [31, 32, 33, 34, 35] } },
  });
  await addCountedSchool(services, {
    uai: '9760003C',
    name: 'Collège du Baobab',
    department: '976',
    yearGroups: { '6e': { '1.1': [50, 50, 50, 50, 50] } },
  });
  await publishNow(services);
});
afterAll(() => services.store.close());

const published = (...counts: number[]) =>
  counts.map((pupils) => ({ status: 'published', pupils: roundCount(pupils) }));

describe('the table of a territory', () => {
  it('counts pupils with a result by school, year group and level, totals first', async () => {
    const { rows } = await readCohort(services, territory, {});
    const lines = rows.map(({ group, yearGroup, total, levels }) => [
      group?.name ?? null,
      yearGroup,
      [total, ...levels],
    ]);
    expect(lines).toEqual([
      [null, null, published(345, 63, 66, 69, 72, 75)],
      [null, '6e', published(280, 52, 54, 56, 58, 60)],
      [null, '4e', published(65, 11, 12, 13, 14, 15)],
      ['Collège du Lagon', null, published(165, 31, 32, 33, 34, 35)],
      ['Collège du Lagon', '6e', published(165, 31, 32, 33, 34, 35)],
      ['Collège du Volcan', null, published(180, 32, 34, 36, 38, 40)],
      ['Collège du Volcan', '6e', published(115, 21, 22, 23, 24, 25)],
      ['Collège du Volcan', '4e', published(65, 11, 12, 13, 14, 15)],
    ]);
  });

  it('says what it counts, under which release and by which rule', async () => {
    const table = await readCohort(services, territory, {});
    expect(table).toMatchObject({
      territory: 'La Réunion',
      release: { framework: 'small', version: '1.0.0', sha256: release.sha256 },
      competence: { code: '1.1', name: 'Mener une recherche' },
      minimumCell: 11,
    });
    expect(table.competences.map(({ code }) => code)).toEqual(['1.1', '1.2']);
    expect(table.levels).toEqual(
      [1, 2, 3, 4, 5].map((level) => ({ level, band: `Bande ${level}` })),
    );
    expect(table.rule.fr).toContain('moins de 11 élèves');
    expect(table.rule.en).toContain('under 11 pupils');
    expect(table.rule.fr).toMatch(/multiple de 5.*11 se lit 10.*moins de 5 %/);
    expect(table.rule.en).toMatch(/multiple of 5.*11 reads 10.*under 5%/);
  });

  it('is on the competence asked for, and not there for one that the release lacks', async () => {
    const { competence, rows } = await readCohort(services, territory, { competence: '1.2' });
    expect(competence.code).toBe('1.2');
    expect(rows[0]?.total).toEqual({ status: 'published', pupils: 40 });
    await expect(readCohort(services, territory, { competence: '5.2' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('says how many have a result in each competence, and what was told before', async () => {
    const { coverage, trend, madeAt, rows } = await readCohort(services, territory, {});
    expect(coverage).toEqual([
      { code: '1.1', pupils: { status: 'published', pupils: 345 } },
      { code: '1.2', pupils: { status: 'published', pupils: 40 } },
    ]);
    expect(trend).toEqual([{ madeAt, total: rows[0]?.total, standing: rows[0]?.standing }]);
    const ofYear = await readCohort(services, territory, { yearGroup: '4e' });
    expect(ofYear.coverage.map(({ pupils }) => pupils)).toEqual([
      ...[{ status: 'published', pupils: 65 }, { status: 'suppressed' }],
    ]);
    expect(ofYear.trend[0]?.total).toEqual({ status: 'published', pupils: 65 });
  });

  it('holds no pupil, and no school of another territory', async () => {
    const told = JSON.stringify(await readCohort(services, territory, {}));
    const names = [pupilName.firstName, pupilName.lastName, 'Zélie', 'Aubépine'];
    const elsewhere = ['Baobab', '9760003C', 'Collège Un', '0690001A'];
    expect([...names, ...elsewhere].filter((name) => told.includes(name))).toEqual([]);
  });

  it('counts nothing before the end of a sitting, and nothing of practice', async () => {
    const pupil = taking(services);
    const school = { schoolId: people.own.school, releaseVersion: '1.0.0' };
    const counted = () => services.store.read.cohorts.measures(school);
    await pupil.finish((await pupil.practise()).id);
    await pupil.answer(people.own.attempt);
    expect(await counted()).toEqual([]);
    await pupil.finish(people.own.attempt);
    expect(await counted()).toMatchObject([{ competence: '1.1', yearGroup: '6e' }]);
  });

  it('counts results of one release alone: the newest that has enough, or the one chosen', async () => {
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });
    const engines = createEngines([release, newer], '1.1.0');
    const under = async (query: { release?: string }) =>
      readCohort({ ...services, engines }, territory, query);
    const unasked = await under({});
    expect(unasked.release.version).toBe('1.0.0');
    expect(unasked.rows[0]?.total).toEqual({ status: 'published', pupils: 345 });
    expect(unasked.releases).toEqual(['1.1.0', '1.0.0']);
    const chosen = await under({ release: '1.1.0' });
    expect(chosen.release.version).toBe('1.1.0');
    expect(chosen.rows[0]?.total.status).toBe('suppressed');
    await expect(under({ release: '2.0.0' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
