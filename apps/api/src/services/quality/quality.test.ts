import { openTestStore, type TestStore } from '@jalon/store/testing';
import type { CompetenceQuality } from '@jalon/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAnsweredSchool } from '../../testing/answered-school.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { pupilName } from '../../testing/territory.ts';
import { createTestServices } from '../../testing/test-services.ts';
import type { ServiceContext } from '../context.ts';
import type { KeepProgress } from '../jobs/kind.ts';
import { startJobs } from '../jobs/runner.ts';
import { askForQuality, makeQualityNow } from './daily.ts';
import { judgeRelease, QUALITY, qualityJob } from './job.ts';
import { readQuality } from './read.ts';
import { sampleSittings } from './sample.ts';

const now = new Date('2026-11-24T09:00:00Z');
const release = smallRelease({ competences: ['1.1', '1.2', '1.3'] });
const [public1, private1] = [172, 161];

let test: TestStore;
let services: ServiceContext;
let pupilIds: string[];
beforeAll(async () => {
  test = await openTestStore();
  services = await createTestServices({
    ...{ store: test.store, releases: [release], clock: () => now },
  });
  const answeredAt = new Date('2026-11-20T09:00:00Z');
  const about = { competence: '1.1', answeredAt };
  pupilIds = [
    ...(await addAnsweredSchool(services, {
      ...{ ...about, uai: '9740011A', sector: 'public', pupils: public1 },
    })),
    ...(await addAnsweredSchool(services, {
      ...{ ...about, uai: '9740012A', sector: 'private-contract', pupils: private1 },
      harder: { itemId: '1.1-question-5', by: 1.8 },
    })),
    ...(await addAnsweredSchool(services, {
      ...{ uai: '9740013A', sector: 'public', pupils: 60, competence: '1.2', answeredAt },
    })),
  ];
}, 60_000);
afterAll(() => test.close());

const breathe = () => Promise.resolve();
const kept: unknown[] = [];
const progress: KeepProgress<unknown> = async (percent, checkpoint) => {
  kept.push(structuredClone({ percent, checkpoint }));
};
const judge = (checkpoint: Parameters<typeof judgeRelease>[1]['checkpoint'] = null) =>
  judgeRelease(services, { checkpoint, progress, signal: new AbortController().signal });
beforeEach(() => void kept.splice(0));

const of = (competences: readonly CompetenceQuality[], code: string): CompetenceQuality => {
  const found = competences.find(({ competence }) => competence.code === code);
  if (!found) throw new Error(`Nothing is said of ${code}.`);
  return found;
};

describe('the report on a release', () => {
  it('is about every competence, and says nothing of those with under 100 results', async () => {
    const { competences, release: about, minimum } = await judge();
    expect(about.version).toBe(release.version);
    expect(minimum).toBe(100);
    expect(competences.map(({ competence }) => competence.code)).toEqual(['1.1', '1.2', '1.3']);
    for (const code of ['1.2', '1.3']) {
      expect(of(competences, code)).toMatchObject({ pupils: null, measured: null, items: [] });
    }
  });

  it('says how well pupils are measured, their number to the nearest 5', async () => {
    const { pupils, measured } = of((await judge()).competences, '1.1');
    expect(pupils).toBe(335);
    if (!measured) throw new Error('Nothing is said.');
    expect(measured.reliability).toBeGreaterThan(0.6);
    expect(measured.withinOne).toBeGreaterThan(measured.exact);
    expect(measured.exact).toBeGreaterThan(measured.consistency);
  });

  it('finds the item that is harder for one kind of school, and says so in words', async () => {
    const { items } = of((await judge()).competences, '1.1');
    const found = items.find(({ id }) => id === '1.1-question-5');
    const sectors = { attribute: 'sector', reference: 'public', focal: 'private-contract' };
    expect(found?.differences).toMatchObject([{ ...sectors, size: 'large' }]);
    expect(found?.differences[0]?.gap).toBeGreaterThan(0.8);
    expect(found?.remarks).toMatchObject([{ severity: 'act', comparison: sectors }]);
    expect(found?.remarks[0]?.words.fr).toMatch(/plus difficile pour le groupe étudié/);
    const others = items.filter(({ id }) => id !== '1.1-question-5');
    expect(others.flatMap(({ remarks }) => remarks).length).toBeLessThan(3);
  });

  it('holds no pupil, no school, and no count but rounded ones', async () => {
    const report = await judge();
    const text = JSON.stringify(report);
    for (const secret of [...pupilIds, pupilName.lastName, '974001']) {
      expect(text).not.toContain(secret);
    }
    for (const { answers, differences } of of(report.competences, '1.1').items) {
      const counts = differences.flatMap((found) => Object.values(found.answers));
      for (const count of [answers ?? 100, ...counts]) {
        expect(count).toBeGreaterThanOrEqual(100);
        expect(count % 5).toBe(0);
      }
    }
  });

  it('goes on after the competences that were judged before a stop', async () => {
    const whole = await judge();
    expect(kept).toHaveLength(3);
    const done = [{ ...of(whole.competences, '1.1'), pupils: 1_000 }];
    kept.splice(0);
    const rest = await judge({ version: release.version, done });
    expect(kept).toHaveLength(2);
    expect(of(rest.competences, '1.1').pupils).toBe(1_000);
    expect(rest.competences.slice(1)).toEqual(whole.competences.slice(1));
    // What was judged of another release is of no use.
    expect(await judge({ version: '0.9.0', done })).toEqual(whole);
  });

  it('stops where the process does', async () => {
    const stopped = AbortSignal.abort();
    await expect(
      judgeRelease(services, { checkpoint: null, progress, signal: stopped }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a sample of sittings', () => {
  const draw = (most: number) =>
    sampleSittings(services.store, services.engines.current, '1.1', { most, breathe });

  it('holds all where there is room, and no more than it may', async () => {
    const all = await draw(1_000);
    expect(all.pupils).toBe(public1 + private1);
    expect(all.sittings).toHaveLength(public1 + private1);
    expect([...all.answers.values()].flat()).toHaveLength(8 * (public1 + private1));
    const some = await draw(100);
    expect(some.pupils).toBe(public1 + private1);
    expect(some.sittings).toHaveLength(100);
    expect([...some.answers.values()].flat()).toHaveLength(800);
    const publicOnes = some.sittings.filter(({ attributes }) => attributes.sector === 'public');
    expect(publicOnes.length).toBeGreaterThan(30);
    expect(publicOnes.length).toBeLessThan(70);
  });

  it('is the same for the same sittings', async () => {
    expect(await draw(50)).toEqual(await draw(50));
  });
});

describe('the newest report', () => {
  it('is none before it is made, nor where its form is another', async () => {
    expect(await readQuality(services)).toEqual({ report: null });
    const { store, newId } = services;
    const { change } = store;
    const asked = { kind: QUALITY, uniqueKey: 'older', schoolId: null, input: {} };
    const job = { ...asked, id: newId(), createdAt: now, dueAt: now };
    await store.write(
      change.enqueueJob(job),
      change.takeJob({ id: job.id, status: 'waiting', tries: 0 }, { now, leaseEnd: now }),
      change.finishJob({ id: job.id, tries: 1 }, { of: 'another form' }, new Date(0)),
    );
    expect(await readQuality(services)).toEqual({ report: null });
  });

  it('is made once a day by whoever runs jobs, and is read by then', async () => {
    await askForQuality(services);
    await askForQuality(services);
    const log = { info: () => undefined, error: () => undefined };
    const runner = startJobs({
      ...{ store: services.store, kinds: [qualityJob(services)], clock: () => now, log },
      ...{ random: () => 0, pollMs: 20 },
    });
    await vi.waitFor(
      async () => expect((await readQuality(services)).report).not.toBeNull(),
      20_000,
    );
    await runner.stop();
    expect((await readQuality(services)).report).toEqual(await judge());
    // The day's is there: nothing is to be made again.
    await makeQualityNow(services);
    const jobs = await test.rows(`select id from job where kind = '${QUALITY}'`);
    expect(jobs).toHaveLength(2);
  }, 30_000);
});
