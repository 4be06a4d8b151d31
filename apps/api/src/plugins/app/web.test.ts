import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebHandler } from '../../parts.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

/** Screens that tell what they were given. */
const echo: WebHandler = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        method: request.method,
        url: request.url,
        body: Buffer.concat(chunks).toString('latin1'),
        address: request.headers['x-jalon-address'],
        origin: `${String(request.headers['x-jalon-protocol'])}://${String(request.headers['x-jalon-host'])}`,
      }),
    );
  });
};

let demo: TestServer;
let production: TestServer;
beforeAll(async () => {
  demo = await createTestServer({ web: echo });
  production = await createTestServer({ web: echo, config: { origin: 'https://jalon.example' } });
});
afterAll(() => Promise.all([demo.close(), production.close()]));

describe('whatever lies outside /api', () => {
  it('goes to the screens, with its body unread', async () => {
    const origin = await demo.app.listen({ host: '127.0.0.1', port: 0 });
    const boundary = 'x'.repeat(300_000);
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      const answer = await fetch(`${origin}/connexion?de=ici`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: `a=é&b=${boundary}`,
      });
      expect(await answer.json()).toEqual({
        method: 'POST',
        url: '/connexion?de=ici',
        body: Buffer.from(`a=é&b=${boundary}`).toString('latin1'),
        address: '127.0.0.1',
        origin,
      });
    }
  });

  it('is no longer than a form of its page is, and says how long it is', async () => {
    const origin = await production.app.listen({ host: '127.0.0.1', port: 0 });
    const send = (path: string, bytes: number) =>
      fetch(origin + path, { method: 'POST', body: Buffer.alloc(bytes) });
    expect((await send('/connexion', 600_000)).status).toBe(413);
    expect((await send('/etablissement/import', 600_000)).status).toBe(200);
    expect((await send('/etablissement/import?de=ici', 600_000)).status).toBe(200);
    const unsaid = await fetch(`${origin}/etablissement/import`, {
      method: 'POST',
      body: new Blob([Buffer.alloc(1_000)]).stream(),
      duplex: 'half',
    });
    expect(unsaid.status).toBe(413);
  });

  it('tells the screens who calls and by what name, which no caller can say for us', async () => {
    const told = (server: TestServer, remoteAddress: string) =>
      server.call({
        url: '/',
        remoteAddress,
        headers: {
          host: 'inner:4600',
          'x-jalon-address': '203.0.113.1',
          'x-jalon-host': 'evil.example',
          'x-jalon-protocol': 'gopher',
          'x-forwarded-for': '203.0.113.2',
        },
      });
    expect((await told(demo, '192.0.2.1')).json()).toMatchObject({
      address: '192.0.2.1',
      origin: 'http://inner:4600',
    });
    expect((await told(production, '127.0.0.1')).json()).toMatchObject({
      address: '203.0.113.2',
      origin: 'https://jalon.example',
    });
  });

  it('is not what lies within: an unknown path of /api is the API’s to refuse', async () => {
    const answer = await demo.call({ url: '/api/nothing' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect((await demo.call({ url: '/apiary' })).json()).toMatchObject({ url: '/apiary' });
  });
});
