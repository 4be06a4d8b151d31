import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveTraces } from '../../testing/known-pupil.ts';
import { addPupils } from '../../testing/more-pupils.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { people } from '../../testing/two-schools.ts';
import { everyRow, rowsWith } from '../../testing/whole-database.ts';
import type { ServiceContext } from '../context.ts';
import { startJobs } from '../jobs/runner.ts';
import { askForRetention } from './daily.ts';
import { ledgerIn } from './ledger.ts';
import { RETENTION, retentionJob } from './retention.ts';

let folder: string;
let test: TestStore;
let services: ServiceContext;
let now: Date;
let logged: object[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-retention-'));
  test = await openTestStore();
  now = new Date('2026-11-24T09:00:00Z');
  logged = [];
  services = await createTestServices({ store: test.store, clock: () => now });
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

/** Runs the retention of a day, and gives its outcome. */
async function retain(day: string, keepMonths = 24): Promise<unknown> {
  now = new Date(day);
  const { store, events, clock } = services;
  const log = {
    info: (fields: object, words: string) => void logged.push({ ...fields, words }),
    error: (fields: object) => {
      throw new Error(JSON.stringify(fields));
    },
  };
  const rights = { store, events, clock, ledger: ledgerIn(folder) };
  await askForRetention(services);
  const kinds = [retentionJob({ ...rights, keepMonths, log })];
  const runner = startJobs({ store, kinds, clock, random: () => 0, log, pollMs: 20 });
  const key = { kind: RETENTION, uniqueKey: day.slice(0, 10) };
  try {
    return await vi.waitFor(async () => {
      const job = await store.read.jobs.byKey(key);
      expect(job?.status).toBe('done');
      return job?.outcome;
    }, 10_000);
  } finally {
    await runner.stop();
  }
}

/** Says that a class was of another school year. */
const classOfYear = (classId: string, year: string) =>
  test.run(`update school_class set school_year = '${year}' where id = '${classId}'`);

describe('the retention of a day', () => {
  it('is asked for once, however many processes ask, and again the next day', async () => {
    const jobs = () => test.rows(`select id from job where kind = '${RETENTION}'`);
    await Promise.all([askForRetention(services), askForRetention(services)]);
    expect(await jobs()).toHaveLength(1);
    now = new Date('2026-11-25T09:00:00Z');
    await askForRetention(services);
    expect(await jobs()).toHaveLength(2);
  });

  it('forgets sessions that ended, looks of a year ago and jobs of a month ago; no others', async () => {
    await leaveTraces(services);
    await test.run(`update job set status = 'done', finished_at = due_at`);
    now = new Date('2026-12-01T09:00:00Z');
    await leaveTraces(services, 'sameSchool');
    expect(await retain('2026-11-24T09:00:00Z')).toEqual({
      sessions: 0,
      looks: 0,
      jobs: 0,
      pupils: 0,
    });
    expect(await retain('2027-11-24T09:00:00.001Z')).toEqual({
      sessions: 4,
      looks: 1,
      jobs: 2,
      pupils: 0,
    });
    const left = await everyRow(test);
    expect(left['refreshToken']).toEqual([]);
    expect(left['accessLog']).toHaveLength(1);
    expect(left['response']?.length).toBeGreaterThan(8);
    expect(left['job']?.filter((row) => row.includes('about-one'))).toHaveLength(1);
  });

  it('erases pupils of a year that ended long enough ago, and nobody else', async () => {
    await leaveTraces(services);
    await classOfYear(people.own.class, '2023-2024');
    expect(await retain('2026-08-31T12:00:00Z')).toMatchObject({ pupils: 0 });
    expect(await retain('2026-09-02T12:00:00Z')).toMatchObject({ pupils: 1 });
    const rows = await everyRow(test);
    expect(Object.keys(rowsWith(rows, people.own.pupil))).toEqual(['erasure']);
    expect(Object.keys(rowsWith(rows, people.sameSchool.pupil))).toContain('attempt');
    expect(ledgerIn(folder).read().pupils).toMatchObject([{ pupilId: people.own.pupil }]);
  });

  it('keeps pupils as long as the setting says', async () => {
    await classOfYear(people.own.class, '2025-2026');
    expect(await retain('2026-11-24T09:00:00Z', 3)).toMatchObject({ pupils: 0 });
    expect(await retain('2026-12-02T09:00:00Z', 3)).toMatchObject({ pupils: 1 });
  });

  it('erases a whole class, and says how many, without a name or an id', async () => {
    const { school: schoolId, class: classId } = people.own;
    const count = 70;
    const names = Array.from({ length: count }, (_, n) => ({
      firstName: 'Zélie',
      lastName: `Aubépine ${n}`,
    }));
    const added = await addPupils(services, names);
    await classOfYear(classId, '2020-2021');
    expect(await retain('2026-11-24T09:00:00Z')).toMatchObject({ pupils: count + 1 });
    expect(await services.store.read.classes.pupils({ schoolId, classId })).toEqual([]);
    expect(logged[0]).toEqual({
      sessions: 0,
      looks: 0,
      jobs: 0,
      pupils: count + 1,
      words: 'what had its time is gone',
    });
    expect(JSON.stringify(logged)).not.toMatch(/Aubépine/);
    for (const { id } of added) expect(JSON.stringify(logged)).not.toContain(id);
  }, 60_000);

  it('goes on with the others where it was cut short', async () => {
    await classOfYear(people.own.class, '2020-2021');
    await classOfYear(people.sameSchool.class, '2020-2021');
    await askForRetention(services);
    const [job] = await services.store.read.jobs.due({ now, kinds: [RETENTION], limit: 1 });
    if (!job) throw new Error('No retention is due.');
    // A worker erased one pupil and died.
    await services.store.write(
      services.store.change.takeJob(job, { now, leaseEnd: now }),
      services.store.change.keepProgress(
        { id: job.id, tries: 1 },
        { percent: 50, checkpoint: { sessions: 3, looks: 2, jobs: 1, pupils: 1 }, leaseEnd: now },
      ),
      ...services.store.change.erasePupil({
        schoolId: people.own.school,
        pupilId: people.own.pupil,
        erasedAt: now,
      }),
    );
    expect(await retain('2026-11-24T09:00:00Z')).toEqual({
      sessions: 3,
      looks: 2,
      jobs: 1,
      pupils: 2,
    });
  });
});
