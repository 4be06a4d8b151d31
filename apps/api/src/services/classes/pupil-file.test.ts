import { StoreUnavailable } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';
import { createEngines } from '../engine.ts';
import type { ServiceContext } from '../context.ts';
import { readPicture } from './picture.ts';
import { readPupilFile } from './pupil-file.ts';

let test: TestStore;
let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  test = await openTestStore();
  services = await createTestServices({ store: test.store, clock: () => new Date(now) });
  pupil = taking(services);
});
afterEach(() => test.close());

const read = (pupilId: string = people.own.pupil) =>
  readPupilFile(services, actors.teacher, pupilId);
const logged = () => test.rows('select school_id, actor_id, pupil_id, action from access_log');

describe("a pupil's file", () => {
  it('names the pupil and the class', async () => {
    expect(await read()).toMatchObject({
      pupil: { id: people.own.pupil, name: 'Zélie Aubépine' },
      class: { id: people.own.class, name: '6e own', pupils: 1 },
      release: { framework: 'small', version: '1.0.0' },
    });
  });

  it('has every attempt, newest first: practice too, open ones without a level', async () => {
    const startedAt = new Date(now).toISOString();
    const finished = await pupil.finish(people.own.attempt, upToLevel(2));
    const result = await pupil.result();
    now += 60_000;
    const practice = await pupil.practise();
    await pupil.answer(practice.id);
    expect((await read()).attempts).toEqual([
      {
        id: practice.id,
        title: 'Mener une recherche',
        mode: 'practice',
        status: 'open',
        competence: { code: '1.1', name: 'Mener une recherche' },
        answered: 1,
        release: '1.0.0',
        startedAt: new Date(now).toISOString(),
        finishedAt: null,
        level: null,
      },
      {
        id: people.own.attempt,
        title: 'Un test',
        mode: 'measure',
        status: 'finished',
        competence: { code: '1.1', name: 'Mener une recherche' },
        answered: finished.answered,
        release: '1.0.0',
        startedAt,
        finishedAt: startedAt,
        level: expect.objectContaining({
          level: result?.level,
          probabilities: result?.probabilities,
        }),
      },
    ]);
  });

  it('has results of assessments alone, each the same as in the picture of the class', async () => {
    await pupil.finish((await pupil.practise()).id);
    expect((await read()).cells).toEqual([]);
    await pupil.finish(people.own.attempt);
    const { cells } = await read();
    expect(cells.map(({ attemptId }) => attemptId)).toEqual([people.own.attempt]);
    const picture = await readPicture(services, actors.teacher, people.own.class);
    expect(picture.pupils.map((one) => one.cells)).toEqual([cells]);
  });

  it('has earlier results read under a newer release, and its attempts as they were', async () => {
    await pupil.finish(people.own.attempt);
    const before = await read();
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });
    services = { ...services, engines: createEngines([smallRelease(), newer], '1.1.0') };
    const after = await read();
    expect(after.cells).toEqual([]);
    expect(after.rereadings).toEqual([{ ...before.cells[0], from: '1.0.0', linkError: 0 }]);
    expect(after.attempts).toEqual(before.attempts);
  });

  it('has nothing that another pupil did', async () => {
    const other = { id: people.sameSchool.pupil, schoolId: people.sameSchool.school };
    await taking(services, { role: 'pupil', ...other }).finish(people.sameSchool.attempt);
    const { cells, attempts } = await read();
    expect(cells).toEqual([]);
    expect(attempts.map(({ id }) => id)).toEqual([people.own.attempt]);
  });
});

describe("a teacher's look at a file", () => {
  it('is written down: who, whom, when, what for', async () => {
    await read();
    expect(await logged()).toEqual([
      {
        school_id: people.own.school,
        actor_id: people.own.teacher,
        pupil_id: people.own.pupil,
        action: 'pupil:read',
      },
    ]);
  });

  it('finds no pupil of another school, nor one who is not there, and writes nothing down', async () => {
    for (const id of [people.otherSchool.pupil, uuid(9)]) {
      await expect(read(id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await logged()).toEqual([]);
  });

  it('shows nothing where it cannot be written down', async () => {
    vi.spyOn(services.store, 'write').mockRejectedValue(new StoreUnavailable('full'));
    await expect(read()).rejects.toThrow();
  });
});
