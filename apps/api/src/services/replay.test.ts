import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallRelease } from '../testing/small-release.ts';
import { taking, upToLevel } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { actors, people } from '../testing/two-schools.ts';
import { giveOne } from '../testing/give-one.ts';
import type { ServiceContext } from './context.ts';
import { createEngines } from './engine.ts';
import { replayResults } from './replay.ts';

const { attempt } = people.own;
const DAY_MS = 86_400_000;

let test: TestStore;
let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  test = await openTestStore();
  services = await createTestServices({ store: test.store, clock: () => new Date((now += 1_000)) });
  pupil = taking(services);
});
afterEach(() => test.close());

const replay = () => replayResults(services.store, services.engines);
const differences = async () => (await replay()).differences;
/** Where the differences are, each in words. */
const found = async () => (await differences()).map(({ what }) => what);

/** As someone would who is let into the database itself: it refuses to change a response. */
async function changeResponses(change: string) {
  const update = `update response ${change}`;
  await expect(test.run(update)).rejects.toThrow('append-only');
  if (services.store.kind === 'postgres') {
    await test.run('alter table response disable trigger response_append_only');
    await test.run(update);
    await test.run('alter table response enable trigger response_append_only');
    return;
  }
  await test.run('drop trigger response_append_only');
  await test.run(update);
  await test.run(
    `create trigger response_append_only before update on response
      begin select raise(abort, 'responses are append-only'); end`,
  );
}

/** Begins and finishes another assessment of the class. */
async function sitAnother(level: number) {
  const { id: assessmentId } = await giveOne(services, actors.teacher, people.own.class, {
    title: 'Un autre test',
    competence: '1.1',
    feedback: 'later',
    closesOn: null,
  });
  const { id } = await pupil.measure(assessmentId);
  return pupil.finish(id, upToLevel(level));
}

describe('a replay', () => {
  it('finds no difference after sittings of every sort', async () => {
    await pupil.finish(attempt, upToLevel(2));
    now += 30 * DAY_MS;
    await pupil.finish((await pupil.practise()).id, ({ level }) => level % 2 === 0);
    now += 30 * DAY_MS;
    await sitAnother(4);
    await pupil.answer((await pupil.practise()).id, false);
    const { attempts, responses, results, differences } = await replay();
    expect(differences).toEqual([]);
    // The two of the other pupils wait for their first answer.
    expect(attempts).toBe(4 + 2);
    expect(results).toBe(1);
    expect(await test.rows('select 1 from response')).toHaveLength(responses);
  });

  it('finds no difference in what was begun under an older release, nor in its prior', async () => {
    await pupil.finish(attempt, upToLevel(2));
    const practice = await pupil.practise();
    await pupil.answer(practice.id, false);
    const [older, newer] = [smallRelease(), smallRelease({ version: '1.1.0', itemVersion: 2 })];
    const { version, framework, sha256 } = newer;
    const published = { version, framework: framework.id, sha256, publishedAt: new Date(now) };
    await services.store.write(services.store.change.publishRelease(published));
    services = { ...services, engines: createEngines([older, newer], version) };
    pupil = taking(services);
    await pupil.finish(practice.id);
    await sitAnother(3);
    const { results, differences } = await replay();
    expect(differences).toEqual([]);
    expect(results).toBe(2);
  });

  it('finds no difference where an assessment that was begun first is finished last', async () => {
    await pupil.answer(attempt);
    await sitAnother(1);
    await pupil.finish(attempt, upToLevel(3));
    expect((await pupil.result())?.attemptId).toBe(attempt);
    expect(await differences()).toEqual([]);
  });
});

describe('a replay reports', () => {
  beforeEach(async () => {
    await pupil.finish(attempt, upToLevel(2));
  });

  const changeResponse = (what: string) =>
    test.tamper(`update response set ${what} where ordinal = 2`);

  it.each([
    ['points', 'points = 1 - points', 'points of response 2'],
    ['points possible', 'possible = 2', 'possible of response 2'],
    ['an estimate', 'ability = ability + 1e-15', 'ability after response 2'],
    ['an error', 'standard_error = standard_error * 1.01', 'error after response 2'],
    ['the answer itself', `response = '{"kind":"choice","option":"o9"}'`, 'cannot be replayed'],
    ['the item', `item_id = '1.1-question-99'`, 'cannot be replayed'],
  ])('%s of a response that was changed', async (_, change, where) => {
    await changeResponse(change);
    expect(await found()).toContain(where);
    expect((await differences()).every(({ attemptId }) => attemptId === attempt)).toBe(true);
  });

  it.each([
    ['the ability', 'ability = 2', 'ability'],
    ['the error', 'standard_error = 0.1', 'standard error'],
    ['the prior', 'prior_mean = 2', 'ability after response 1'],
    ['how many answers there are', 'answered = answered + 1', 'answered'],
    ['that it is finished', `status = 'open'`, 'result of attempt'],
  ])('%s of an attempt that was changed', async (_, change, where) => {
    await test.run(`update attempt set ${change} where id = '${attempt}'`);
    expect(await found()).toContain(where);
  });

  it.each([
    ['the level, which territories count', 'level = level % 5 + 1', 'result level'],
    ['the ability', 'ability = ability + 1e-15', 'result ability'],
    ['the error', 'standard_error = 0.1', 'result standard error'],
    ['the probabilities', `probabilities = '[0,0,0,0,1]'`, 'result probabilities'],
    ['how many answers it rests on', 'responses = 99', 'result responses'],
    [
      'when it was made',
      'finished_at = (select min(started_at) from attempt)',
      'result finished at',
    ],
  ])('%s of a result that was changed, and nothing else', async (_, change, where) => {
    await test.run(`update result set ${change}`);
    expect(await found()).toEqual([where]);
  });

  it.each([
    ['what an answer is', `response = '{"kind":"choice","option":"o9"}'`, [1]],
    ['when it came', 'answered_at = (select max(answered_at) from response)', [1]],
    ['how long it took', 'duration_ms = duration_ms + 1', [1]],
    ['by which name it was sent', `client_key = '00000000-0000-4000-8000-000000000000'`, [1]],
    ['that it is sealed', 'seal = null', [2]],
  ])('%s, though it earns the same', async (_, change, broken) => {
    await changeResponses(`set ${change} where ordinal = 1`);
    const seals = (await found()).filter((what) => what.startsWith('seal of response'));
    expect(seals).toEqual(broken.map((ordinal) => `seal of response ${ordinal}`));
  });

  it('a seal that is missing in the middle, and one that is another', async () => {
    await changeResponses('set seal = null where ordinal = 2');
    expect(await found()).toEqual(['seal of response 2', 'seal of response 3']);
    await changeResponses(`set seal = 'other' where ordinal = 3`);
    expect(await found()).toEqual([
      'seal of response 2',
      'seal of response 3',
      'seal of response 4',
    ]);
  });

  it('a response that is missing', async () => {
    await test.run('delete from response where ordinal = 2');
    expect(await found()).toContain('answered');
  });

  it('a result that is missing, and one that no sitting gave', async () => {
    await test.run('delete from result');
    expect(await differences()).toEqual([
      { attemptId: attempt, what: 'result', kept: null, replayed: attempt },
    ]);
    const { store } = services;
    await store.write(
      store.change.keepResult({
        schoolId: people.sameSchool.school,
        pupilId: people.sameSchool.pupil,
        competence: '1.1',
        releaseVersion: '1.0.0',
        attemptId: attempt,
        ability: 0,
        standardError: 1,
        level: 3,
        probabilities: [0, 0, 1, 0, 0],
        responses: 6,
        finishedAt: new Date(0),
      }),
    );
    expect(await found()).toContain('result of attempt');
  });

  it('both figures, the one that was kept and the one that the responses give', async () => {
    const kept = await pupil.result();
    await test.run('update result set responses = 99');
    expect(await differences()).toEqual([
      { attemptId: attempt, what: 'result responses', kept: 99, replayed: kept?.responses },
    ]);
  });
});
