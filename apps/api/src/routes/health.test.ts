import { StoreUnavailable } from '@jalon/store';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let leaving: AbortController;
beforeEach(async () => {
  leaving = new AbortController();
  server = await createTestServer({ leaving: leaving.signal });
});
afterEach(() => server.close());

const statusOf = async (url: string) => (await server.call({ url })).statusCode;

it('a process that can work is live and ready, and tells its release', async () => {
  const ready = await server.call({ url: '/api/health' });
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ok', release: '1.0.0' }]);
  expect((await server.call({ url: '/api/health/live' })).json()).toEqual({ status: 'ok' });
});

it('a process whose store is away is live, and not ready', async () => {
  const away = new StoreUnavailable('away', { cause: new Error() });
  vi.spyOn(server.store.read.identity, 'schoolCount').mockRejectedValue(away);
  const ready = await server.call({ url: '/api/health' });
  expect([ready.statusCode, ready.json()]).toMatchObject([503, { code: 'busy' }]);
  expect(server.logged.join('')).toContain('"type":"StoreUnavailable"');
  expect(await statusOf('/api/health/live')).toBe(200);
});

it('a process that leaves is live, not ready, and calls that no failure', async () => {
  server.logged.length = 0;
  leaving.abort();
  expect(await statusOf('/api/health')).toBe(503);
  expect(await statusOf('/api/health/live')).toBe(200);
  expect(server.logged.join('')).not.toContain('"level":50');
});
