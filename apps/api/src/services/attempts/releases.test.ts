import { beforeEach, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { giveOne } from '../../testing/give-one.ts';
import type { ServiceContext } from '../context.ts';
import { createEngines } from '../engine.ts';
import { readResult } from './result.ts';

const older = smallRelease({ version: '1.0.0', itemVersion: 1 });
const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
/** The server is started again with a newer release. */
async function publishNewer() {
  const { store } = services;
  const { version, framework, sha256 } = newer;
  const release = { version, framework: framework.id, sha256, publishedAt: new Date() };
  await store.write(store.change.publishRelease(release));
  services = { ...services, engines: createEngines([older, newer], version) };
  pupil = taking(services);
}
beforeEach(async () => {
  services = await createTestServices({ releases: [older] });
  pupil = taking(services);
});

const give = () =>
  giveOne(services, actors.teacher, people.own.class, {
    title: 'Un test',
    competence: '1.1',
    feedback: 'now',
    closesOn: null,
  });
const versionsOf = async (attemptId: string) =>
  new Set((await pupil.responses(attemptId)).map(({ itemVersion }) => itemVersion));

describe('once a newer release is in force', () => {
  it('an attempt goes on, ends and is explained under the release it began with', async () => {
    const { id } = await pupil.practise();
    const sent = await pupil.submission(id);
    const first = await pupil.send(id, sent);
    await publishNewer();
    expect(await pupil.practise()).toEqual(first.attempt);
    expect(await pupil.send(id, sent)).toEqual(first);
    const { releaseVersion } = await pupil.finish(id);
    expect(releaseVersion).toBe('1.0.0');
    expect(await versionsOf(id)).toEqual(new Set([1]));
    const { release } = await readResult(services, actors.pupil, id);
    expect(release).toEqual({ framework: 'small', version: '1.0.0', sha256: older.sha256 });
  });

  it('an assessment given before is sat, and its result kept, under the release of then', async () => {
    const { id: assessment } = await give();
    await publishNewer();
    const { id } = await pupil.measure(assessment);
    await pupil.finish(id);
    expect(await versionsOf(id)).toEqual(new Set([1]));
    expect(await pupil.result()).toBeNull();
    const own = { schoolId: people.own.school, pupilId: people.own.pupil, competence: '1.1' };
    const kept = await services.store.read.attempts.result({ ...own, releaseVersion: '1.0.0' });
    expect(kept?.attemptId).toBe(id);
  });

  it('what begins anew is under it', async () => {
    await publishNewer();
    const practice = await pupil.practise();
    await pupil.finish(practice.id);
    const { id: assessment } = await give();
    const { id } = await pupil.measure(assessment);
    await pupil.finish(id);
    for (const attempt of [practice.id, id]) {
      expect((await pupil.row(attempt)).releaseVersion).toBe('1.1.0');
      expect(await versionsOf(attempt)).toEqual(new Set([2]));
    }
    expect((await pupil.result())?.attemptId).toBe(id);
  });
});
