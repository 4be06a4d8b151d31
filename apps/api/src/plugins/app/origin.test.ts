import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

let demo: TestServer;
let production: TestServer;
beforeAll(async () => {
  demo = await createTestServer();
  production = await createTestServer({ config: { origin: 'https://jalon.example' } });
});
afterAll(() => Promise.all([demo.close(), production.close()]));

async function signOut(server: TestServer, headers: Record<string, string>) {
  const { statusCode, body } = await server.call({
    method: 'POST',
    url: '/api/session/end',
    headers,
  });
  return statusCode === 200 ? 'ended' : `${statusCode} ${/"code":"([^"]+)"/.exec(body)?.[1]}`;
}

const refused = '403 foreign-origin';

describe('a call that changes something', () => {
  it('is answered where no browser sent it', async () => {
    expect(await signOut(production, {})).toBe('ended');
  });

  it.each([
    [{ origin: 'https://jalon.example' }, 'ended'],
    [{ origin: 'https://jalon.example', 'sec-fetch-site': 'same-origin' }, 'ended'],
    [{ origin: 'https://evil.example' }, refused],
    [{ origin: 'http://jalon.example' }, refused],
    [{ origin: 'https://jalon.example.evil.example' }, refused],
    [{ origin: 'null' }, refused],
    [{ origin: 'http://localhost:4600' }, refused],
    [{ 'sec-fetch-site': 'cross-site' }, refused],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://jalon.example' }, refused],
  ])('is held to the public origin in production: %j', async (headers, outcome) => {
    expect(await signOut(production, headers)).toBe(outcome);
  });

  it.each([
    [{ host: '127.0.0.1:4600', origin: 'http://127.0.0.1:4600' }, 'ended'],
    [{ host: '127.0.0.1:4600', origin: 'http://localhost:5173' }, 'ended'],
    [{ host: 'tablet.local:4600', origin: 'http://tablet.local:4600' }, 'ended'],
    [{ host: 'tablet.local:4600', origin: 'http://other.local:4600' }, refused],
    [{ host: '127.0.0.1:4600', origin: 'https://evil.example' }, refused],
    [{ host: '127.0.0.1:4600', origin: 'null' }, refused],
  ])('is held to the name that a demo is called by: %j', async (headers, outcome) => {
    expect(await signOut(demo, headers)).toBe(outcome);
  });

  it('is no reading: that may come from anywhere', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const { statusCode } = await production.call({ url: '/api/health', headers });
    expect(statusCode).toBe(200);
  });
});
