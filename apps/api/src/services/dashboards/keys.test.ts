import { routes } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pathWith } from '../../testing/route-calls.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { addCountedSchool } from '../../testing/territory.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { uuid } from '../../testing/two-schools.ts';
import { publishNow } from '../publications/publish-all.ts';
import { drawKey } from './keys.ts';

let server: TestServer;
let key: string;
let id: string;
beforeAll(async () => {
  server = await createTestServer({ releases: [smallRelease()] });
  const { services } = server;
  await addCountedSchool(services, {
    ...{ uai: '9740001A', name: 'Collège du Volcan', department: '974' },
    yearGroups: { '6e': { '1.1': [30, 30, 30, 30, 30] } },
  });
  await publishNow(services);
  const territory = { kind: 'department', code: '974' } as const;
  const drawn = drawKey(
    { ...services, clock: () => new Date() },
    { name: 'Tableau de bord', territory, days: 30 },
  );
  ({ key, id } = drawn);
  await services.store.write(drawn.change);
});
afterAll(() => server.close());

const ask = (url: string, bearer = key, method: 'GET' | 'POST' = 'GET') =>
  server.app.inject({
    ...{ method, url, headers: { authorization: `Bearer ${bearer}` } },
    ...(method === 'POST' && { payload: {} }),
  });

describe('a dashboard with a key', () => {
  it('reads the figures of its territory, as its inspectors do, and no others', async () => {
    const answer = await ask('/api/cohort');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      territory: 'La Réunion',
      rows: [{ total: { status: 'published', pupils: 150 } }, {}, {}, {}],
    });
    expect((await ask('/api/cohort?within=country:FR')).statusCode).toBe(404);
    const file = await ask('/api/cohort/export.csv');
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain('9740001A');
  });

  it('reaches nothing else of what is served', async () => {
    for (const [name, contract] of Object.entries(routes)) {
      if (contract.access === 'public' || contract.path.startsWith('/api/cohort')) continue;
      const answer = await ask(pathWith(contract, uuid(1)), key, contract.method);
      expect(answer.statusCode, name).toBe(403);
    }
    const asked = await ask(routes.askCohortExport.path, key, 'POST');
    expect(asked.statusCode).toBe(403);
  });

  it('is nobody with another key, or a part of its own', async () => {
    for (const other of [`${key}a`, key.slice(0, -1), 'jalon_', key.toUpperCase()]) {
      expect((await ask('/api/cohort', other)).statusCode).toBe(401);
    }
  });

  it('is kept as a hash alone', async () => {
    const rows = await server.services.store.read.dashboardKeys.all();
    expect(rows).toMatchObject([{ id, name: 'Tableau de bord' }]);
    expect(JSON.stringify(rows)).not.toContain(key.slice(6));
  });

  it('is nobody a minute after its key is ended, and after its last day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    try {
      expect((await ask('/api/cohort')).statusCode).toBe(200);
      vi.setSystemTime(Date.now() + 31 * 86_400_000);
      expect((await ask('/api/cohort')).statusCode).toBe(401);
      vi.setSystemTime(Date.now() - 31 * 86_400_000);
      const { store } = server.services;
      await store.write(store.change.removeDashboardKey(id));
      vi.setSystemTime(Date.now() + 61_000);
      expect((await ask('/api/cohort')).statusCode).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });
});
