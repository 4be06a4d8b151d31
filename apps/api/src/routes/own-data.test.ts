import { ownData, ownDataSummary } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveTraces } from '../testing/known-pupil.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, people } from '../testing/two-schools.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer({ config: { keepMonths: 12 } });
  await leaveTraces(server.services);
});
afterEach(() => server.close());

const get = (url: string, actor: (typeof actors)['pupil']) => server.call({ url }, actor);

describe("a pupil's own data", () => {
  it('comes as a file to keep, whole and of its schema', async () => {
    const answer = await get('/api/me/data', actors.pupil);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename=".*\.json"$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    const data = ownData.parse(answer.json());
    expect(data.pupil.id).toBe(people.own.pupil);
    const open = data.attempts.find(({ status }) => status === 'open');
    expect(open?.responses).toMatchObject([{ points: null, ability: null }]);
  });

  it('is told of on their page: how much, until when, and who looked', async () => {
    const summary = ownDataSummary.parse((await get('/api/me/data/summary', actors.pupil)).json());
    expect(summary).toMatchObject({
      className: '6e own',
      schoolName: 'Collège Un',
      attempts: 2,
      results: 1,
      keptUntil: '2028-08-31',
      looks: { count: 1, newest: [{ name: 'Dominique Laurier', action: 'pupil:read' }] },
    });
  });

  it('lists the newest looks and counts them all', async () => {
    const { change, write } = server.store;
    const looks = Array.from({ length: 30 }, (_, n) => ({
      id: server.services.newId(),
      schoolId: people.own.school,
      actorId: people.own.teacher,
      pupilId: people.own.pupil,
      action: 'result:read',
      at: new Date(n),
    }));
    await write(...looks.map((look) => change.addAccess(look)));
    const { looks: told } = ownDataSummary.parse(
      (await get('/api/me/data/summary', actors.pupil)).json(),
    );
    expect(told.count).toBe(31);
    expect(told.newest).toHaveLength(20);
    expect(told.newest[0]?.action).toBe('pupil:read');
    expect(told.newest.slice(1).every(({ action }) => action === 'result:read')).toBe(true);
  });

  it('is not there any more for a pupil who was erased and is still signed in', async () => {
    const { school: schoolId, pupil: pupilId } = people.own;
    const erasedAt = new Date();
    await server.store.write(...server.store.change.erasePupil({ schoolId, pupilId, erasedAt }));
    expect((await get('/api/me/data', actors.pupil)).statusCode).toBe(404);
    expect((await get('/api/me/data/summary', actors.pupil)).statusCode).toBe(401);
    expect((await get('/api/home', actors.pupil)).statusCode).toBe(401);
  });
});
