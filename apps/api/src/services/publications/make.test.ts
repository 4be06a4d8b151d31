import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { addCountedSchool, pupilName, territory } from '../../testing/territory.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { everyRow } from '../../testing/whole-database.ts';
import { readCohort } from '../cohorts/table.ts';
import type { ServiceContext } from '../context.ts';
import { startJobs } from '../jobs/runner.ts';
import { partFigures } from './figures.ts';
import { askForPublication, PUBLICATION, publicationJob } from './job.ts';
import { publishAll, publishNow, type PublishedSoFar } from './publish-all.ts';

const release = smallRelease({ competences: ['1.1', '1.2'] });

let test: TestStore;
let services: ServiceContext;
let now: Date;
beforeEach(async () => {
  test = await openTestStore();
  now = new Date('2026-11-24T09:00:00Z');
  services = await createTestServices({
    ...{ store: test.store, releases: [release], clock: () => now },
  });
});
afterEach(() => test.close());

const many = [30, 31, 32, 33, 34];
let schools = 0;
const addSchool = (levels: readonly number[], yearGroup = '6e') => {
  schools += 1;
  return addCountedSchool(services, {
    ...{ uai: `97400${10 + schools}A`, name: `Collège ${schools}`, department: '974' },
    yearGroups: { [yearGroup]: { '1.1': levels, '1.2': many } },
  });
};

const published = () => services.store.read.publications.all();
const rowsOf = async (part: string) => {
  const ids = (await published()).map(({ id }) => id);
  const rows = await services.store.read.publications.figuresOfPart({
    ...{ publicationIds: ids.slice(0, 1), part },
  });
  return rows.flatMap(({ competence, figures }) =>
    competence === '1.1' ? partFigures.parse(figures) : [],
  );
};
const whole = async (part = 'department:974') => {
  const [row] = await rowsOf(part);
  if (!row) throw new Error(`Nothing is told of ${part}.`);
  return row;
};

describe('what is published', () => {
  it('is one publication of all schools, with their figures in each competence', async () => {
    await addSchool(many);
    await addSchool(many, '4e');
    await publishNow(services);
    const [one, ...others] = await published();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ releaseVersion: '1.0.0', madeAt: now, minimumCell: 11 });
    expect(one?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await whole()).toMatchObject({ total: 320, levels: [60, 60, 65, 65, 70] });
    expect((await rowsOf('department:974')).map(({ yearGroup }) => yearGroup)).toEqual([
      ...[null, '4e', '6e'],
    ]);
  });

  it('is the same, to the hash, for the same results', async () => {
    await addSchool(many);
    await publishNow(services);
    const [first] = await published();
    now = new Date('2026-11-25T01:00:00Z');
    await publishNow(services);
    const [second] = await published();
    expect(second?.id).not.toBe(first?.id);
    expect(second?.sha256).toBe(first?.sha256);
  });

  it('is the same in whatever order pupils and schools are read', async () => {
    await addSchool(many);
    await addSchool([12, 20, 9, 31, 15], '4e');
    await publishNow(services);
    const [first] = await published();
    const { cohorts } = services.store.read;
    const { measures, yearGroups } = cohorts;
    cohorts.measures = async (of) => (await measures(of)).toReversed();
    cohorts.yearGroups = async () => (await yearGroups()).toReversed();
    now = new Date('2026-12-01T01:00:00Z');
    await publishNow(services);
    const [second] = await published();
    expect(second?.id).not.toBe(first?.id);
    expect(second?.sha256).toBe(first?.sha256);
  });

  it('holds where pupils stand, unpulled by what was believed of them, and how sure that is', async () => {
    // Every test pupil is at 0 with an error of 0.6, from a belief of 0 ± 1.5.
    await addSchool(many);
    await publishNow(services);
    const { standing, growth } = await whole();
    expect(standing?.value).toBe(0);
    expect(standing?.standardError).toBeGreaterThan(0.04);
    expect(standing?.standardError).toBeLessThan(0.07);
    expect(standing?.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
    expect(growth).toBeNull();
  });

  it('holds how those changed who were measured twice, and of nobody where they are few', async () => {
    await addSchool(many);
    await addSchool(many);
    const [first, second] = [schools - 1, schools].map((n) => `97400${10 + n}A`);
    // Some 0.6 lower, by their answers alone, two months before; nobody of the other school.
    await measuredBefore(first ?? '', 40, -0.5);
    await publishNow(services);
    const { growth } = await whole(`school:${first}`);
    expect(growth).toMatchObject({ pupils: 40, value: 0.6 });
    expect(growth?.standardError).toBeGreaterThan(0.1);
    expect(growth?.standardError).toBeLessThan(0.2);
    expect((await whole(`school:${second}`)).growth).toBeNull();
    expect((await whole()).growth).toMatchObject({ pupils: 40 });
    // With a few of the other school, theirs would follow from the two: one is told alone.
    await measuredBefore(second ?? '', 5, -0.5);
    now = new Date('2026-11-25T01:00:00Z');
    await publishNow(services);
    expect((await whole(`school:${first}`)).growth).toBeNull();
    expect((await whole(`school:${second}`)).growth).toBeNull();
    expect((await whole()).growth).toMatchObject({ pupils: 45 });
  });

  it('tells of no mean where the total is hidden', async () => {
    await addSchool([3, 2, 1, 0, 0]);
    await addSchool(many);
    await publishNow(services);
    const places = await services.store.read.publications.page({
      publicationId: (await published())[0]?.id ?? '',
      ...{ competence: '1.1', after: null, limit: 100 },
    });
    const rows = places.flatMap(({ figures }) => partFigures.parse(figures));
    const hidden = rows.filter(({ total }) => total === null);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ standing, growth }) => standing === null && growth === null)).toBe(true);
  });

  it('holds no pupil', async () => {
    await addSchool(many);
    await publishNow(services);
    const { publication, publishedFigures } = await everyRow(test);
    const told = JSON.stringify([publication, publishedFigures]);
    expect(told).toContain('Collège');
    expect([pupilName.firstName, 'pupilId', 'schoolId'].filter((x) => told.includes(x))).toEqual(
      [],
    );
  });

  it('is kept of the first night of a month, and of the last night, to read what became of it', async () => {
    await addSchool(many);
    for (const day of ['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02']) {
      now = new Date(`${day}T01:00:00Z`);
      await publishNow(services);
      const { trend } = await readCohort(services, territory, {});
      expect(trend.at(-1)?.madeAt.slice(0, 10)).toBe(day);
    }
    const { trend, madeAt } = await readCohort(services, territory, {});
    expect(trend.map((one) => one.madeAt.slice(5, 10))).toEqual(['11-24', '12-01', '12-02']);
    expect(madeAt).toBe('2026-12-02T01:00:00.000Z');
    expect(trend.every(({ total }) => total.status === 'published')).toBe(true);

    const on = async (day: string) => (await readCohort(services, territory, { on: day })).madeAt;
    expect(await on('2026-12-01')).toBe('2026-12-01T01:00:00.000Z');
    expect(await on('2026-11-30')).toBe('2026-11-24T01:00:00.000Z');
    expect(await on('2026-11-23')).toBeNull();
    const { days } = await readCohort(services, territory, { on: '2026-11-30' });
    expect(days).toEqual(['2026-12-02', '2026-12-01', '2026-11-24']);
  });

  it('is nothing where too few have results, and an inspector is told so', async () => {
    await publishNow(services);
    expect(await published()).toEqual([]);
    const table = await readCohort(services, territory, {});
    expect(table).toMatchObject({ madeAt: null, rows: [{ total: { status: 'suppressed' } }] });
  });
});

describe('who is counted as enrolled', () => {
  it('are all pupils of a class, with a result or without, to the nearest 5', async () => {
    await addSchool([20, 20, 20, 20, 20]);
    await publishNow(services);
    // Each result of these schools has a pupil of its own: those of the other competence too.
    expect(await whole()).toMatchObject({ total: 100, enrolled: 260 });
  });
});

describe('a pupil more', () => {
  it('shows nothing of a count that was hidden, until a new month', async () => {
    await addSchool([9, 40, 40, 40, 40]);
    await addSchool(many);
    await publishNow(services);
    const school = `school:97400${10 + schools - 1}A`;
    const other = `school:97400${10 + schools}A`;
    const companion = (await whole(other)).levels.findIndex((pupils) => pupils === null);
    expect((await whole(school)).levels[0]).toBeNull();
    const join = async (pupils: number, day: string) => {
      const schoolId = (await services.store.read.rows.schoolByUai(school.slice(7)))?.id ?? '';
      await addResults(schoolId, pupils);
      now = new Date(day);
      await publishNow(services);
      return (await whole(school)).levels[0];
    };
    const beside = async () => (await whole(other)).levels[companion];
    expect(await join(3, '2026-11-25T01:00:00Z')).toBeNull();
    expect(await join(5, '2026-11-26T01:00:00Z')).toBeNull();
    expect(await beside()).toBeNull();
    expect(await join(0, '2026-12-01T01:00:00Z')).toBe(15);
    expect(await beside()).not.toBeNull();
  });
});

/** More pupils of a school at level 1, each as those that it has. */
async function addResults(schoolId: string, pupils: number): Promise<void> {
  const { change, read, write } = services.store;
  const [model] = await read.cohorts.measures({ schoolId, releaseVersion: '1.0.0' });
  const [attempt] = await read.rows.attemptsOf(schoolId, [model?.pupilId ?? '']);
  const [result] = await read.rows.resultsOf(schoolId, [model?.pupilId ?? '']);
  const pupil = await read.identity.pupilById({ schoolId, pupilId: model?.pupilId ?? '' });
  if (!attempt || !result || !pupil) throw new Error('The school has no pupil.');
  for (let n = 0; n < pupils; n += 1) {
    const [pupilId, attemptId] = [services.newId(), services.newId()];
    await write(
      change.addPupils({ ...pupilName, schoolId, id: pupilId, classId: pupil.classId }),
      change.addAttempt({ ...attempt, id: attemptId, pupilId, competence: '1.1' }),
      change.keepResult({ ...result, pupilId, attemptId, competence: '1.1', level: 1 }),
    );
  }
}

/** Some pupils of a school were measured in 1.1 two months before. */
async function measuredBefore(uai: string, pupils: number, ability: number): Promise<void> {
  const { change, read, write } = services.store;
  const schoolId = (await read.rows.schoolByUai(uai))?.id ?? '';
  const measures = await read.cohorts.measures({ schoolId, releaseVersion: '1.0.0' });
  const some = measures.filter(({ competence }) => competence === '1.1').slice(0, pupils);
  const attempts = await read.rows.attemptsOf(
    schoolId,
    some.map(({ pupilId }) => pupilId),
  );
  const at = new Date('2026-09-20T08:00:00Z');
  await write(
    ...attempts.map((attempt) =>
      change.addAttempt({
        ...{ ...attempt, id: services.newId(), ability },
        ...{ startedAt: at, lastAnswerAt: at, finishedAt: at },
      }),
    ),
  );
}

describe('the nightly job', () => {
  const runs = async () => {
    const { store, clock } = services;
    const log = { info: () => undefined, error: (fields: object) => void fields };
    const kinds = [publicationJob(services)];
    const runner = startJobs({ store, kinds, clock, random: () => 0, log, pollMs: 20 });
    try {
      return await vi.waitFor(async () => {
        const uniqueKey = now.toISOString().slice(0, 10);
        const job = await store.read.jobs.byKey({ kind: PUBLICATION, uniqueKey });
        expect(job?.status).toBe('done');
        return job;
      }, 10_000);
    } finally {
      await runner.stop();
    }
  };

  it('publishes once a day, however often it is asked for', async () => {
    await addSchool(many);
    await Promise.all([askForPublication(services), askForPublication(services)]);
    const job = await runs();
    const [one, ...others] = await published();
    expect(others).toEqual([]);
    expect(job?.outcome).toEqual({ releases: [{ version: '1.0.0', publicationId: one?.id }] });
  });

  it('goes on where it was cut short, and nobody reads half of it', async () => {
    await addSchool(many);
    let kept: PublishedSoFar | null = null;
    const cut = new Error('cut short');
    const half = publishAll(services, {
      soFar: null,
      async keep(_, soFar, changes) {
        await services.store.write(...changes);
        kept = soFar;
        throw cut;
      },
    });
    await expect(half).rejects.toBe(cut);
    expect(await published()).toEqual([]);
    const { releases } = await publishAll(services, {
      soFar: kept,
      async keep(_, __, changes) {
        if (changes.length > 0) await services.store.write(...changes);
      },
    });
    expect((await published()).map(({ id }) => id)).toEqual([releases[0]?.publicationId]);
    const [first] = await published();
    now = new Date('2026-11-25T09:00:00Z');
    await publishNow(services);
    const [whole] = await published();
    expect(whole?.sha256).toBe(first?.sha256);
  });
});
