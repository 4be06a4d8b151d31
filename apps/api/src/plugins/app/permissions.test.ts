import { problem, type Role, roles, scopeOf, type SubjectKind } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDoneExport } from '../../testing/done-export.ts';
import { everyRoute, pathWith, reachedBy, sentTo } from '../../testing/route-calls.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
  await addDoneExport(server.services);
});
afterAll(() => server.close());

/** Calls a route without waiting for the end of a stream; gives the status and the problem's code. */
async function call(
  { name, contract }: (typeof everyRoute)[number],
  id: string,
  role: Role | null,
): Promise<{ status: number; code: string | null }> {
  const options = {
    method: contract.method,
    url: pathWith(contract, id),
    ...sentTo(name, contract),
    payloadAsStream: true as const,
    cookies: role === null ? {} : server.cookieOf(actors[role]),
  };
  const answer = await server.app.inject(options);
  const stream = answer.stream();
  if (answer.statusCode < 400) {
    stream.destroy();
    return { status: answer.statusCode, code: null };
  }
  const chunks = await stream.toArray();
  const { code, status } = problem.parse(JSON.parse(Buffer.concat(chunks).toString()));
  expect(status).toBe(answer.statusCode);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  return { status, code };
}

const refusedForWho = new Set(['not-signed-in', 'forbidden', 'not-found']);
const protectedRoutes = everyRoute.filter(({ contract }) => contract.access !== 'public');
const subjectOf = ({ contract }: (typeof everyRoute)[number]): SubjectKind | undefined =>
  contract.access === 'public' ? undefined : contract.access.subject;

function roleMay({ contract }: (typeof everyRoute)[number], role: Role): boolean {
  return contract.access === 'public' || scopeOf(contract.access.action, role) !== null;
}

describe.each(everyRoute)('$name', (route) => {
  const subject = subjectOf(route);
  const own = reachedBy(route.contract);

  if (route.contract.access === 'public') {
    it.each([null, ...roles])('asks nobody who they are (%s)', async (role) => {
      const { code } = await call(route, own, role);
      expect(['not-signed-in', 'forbidden']).not.toContain(code);
    });
    return;
  }

  it('answers nobody who has not signed in', async () => {
    for (const id of [own, uuid(1), 'no-id']) {
      expect(await call(route, id, null)).toEqual({ status: 401, code: 'not-signed-in' });
    }
  });

  const allowed = roles.filter((role) => roleMay(route, role));
  const others = roles.filter((role) => !roleMay(route, role));

  it.each(others)('answers no %s, whatever it is asked of', async (role) => {
    for (const id of [own, uuid(1), 'no-id']) {
      expect(await call(route, id, role)).toEqual({ status: 403, code: 'forbidden' });
    }
  });

  it.each(allowed)('answers a %s within reach', async (role) => {
    const { status, code } = await call(route, own, role);
    expect(refusedForWho).not.toContain(code);
    expect(status).toBeLessThan(500);
  });

  if (subject === undefined) return;

  it.each(allowed)(
    'shows a %s nothing out of reach, and not even that it is there',
    async (role) => {
      const { access } = route.contract;
      const scope = access === 'public' ? null : scopeOf(access.action, role);
      const foreign = [people.otherSchool[subject], uuid(999)];
      if (scope !== 'own-school') foreign.push(people.sameSchool[subject]);
      for (const id of foreign) {
        expect(await call(route, id, role)).toEqual({ status: 404, code: 'not-found' });
      }
    },
  );

  it.each(allowed)('refuses a %s an id that is none', async (role) => {
    for (const id of ['no-id', "1' or 1=1", '../..', '00000000-0000-0000-0000-00000000000g']) {
      expect(await call(route, id, role)).toEqual({ status: 400, code: 'bad-request' });
    }
  });
});

describe('the table of permissions', () => {
  it('lets an inspector do nothing that is about a person, a class or an attempt', () => {
    const reached = protectedRoutes.filter((route) => roleMay(route, 'inspector'));
    expect(reached.map(subjectOf).filter(Boolean)).toEqual([]);
    expect(reached.map(({ name }) => name)).toEqual([
      'session',
      'cohort',
      'cohortCsv',
      'cohortCodebook',
      'cohortFile',
      'cohortExports',
      'askCohortExport',
      'cohortExportFile',
      'security',
      'beginFactor',
      'confirmFactor',
      'endFactor',
      'changePassword',
      'endSessions',
      'beginPasskey',
      'addPasskey',
      'removePasskey',
      'gallery',
      'galleryDraft',
      'galleryItem',
      'releases',
      'tryItem',
      'quality',
    ]);
  });

  it('lets a pupil reach nothing but what is their own', () => {
    const scopes = protectedRoutes.flatMap(({ contract: { access } }) =>
      access === 'public' ? [] : [scopeOf(access.action, 'pupil')],
    );
    expect(new Set(scopes)).toEqual(new Set(['self', null]));
  });
});
