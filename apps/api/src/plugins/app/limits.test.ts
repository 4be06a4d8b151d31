import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { limits } from './limits.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer({ config: { streams: 2 } });
});
afterEach(() => server.close());

async function listen(): Promise<URL> {
  return new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
}

describe('a server', () => {
  it('has every bound of time that Node would leave open', () => {
    const { headersTimeout, requestTimeout, timeout, keepAliveTimeout, maxConnections } =
      server.app.server;
    expect({ headersTimeout, requestTimeout, timeout, keepAliveTimeout, maxConnections }).toEqual({
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      timeout: limits.silentMs,
      keepAliveTimeout: limits.keepAliveMs,
      maxConnections: limits.connections,
    });
  });

  it('cuts off a client that sends its headers a byte now and then', async () => {
    server.app.server.headersTimeout = 500;
    const { port } = await listen();
    const slow = connect(Number(port), '127.0.0.1');
    slow.write('GET /api/health HTTP/1.1\r\nhost: jalon\r\n');
    const dripping = setInterval(() => slow.write('x'), 100);
    slow.on('error', () => undefined);
    slow.resume();
    // Each byte would put the bound of silence off; Node looks at this one every few seconds.
    await once(slow, 'close');
    clearInterval(dripping);
  }, 45_000);

  it('answers a body that is too large with a problem, and reads no more of it', async () => {
    const { port } = await listen();
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/session/card HTTP/1.1\r\nhost: jalon\r\ncontent-type: application/json\r\ncontent-length: ${limits.bodyBytes + 1}\r\nconnection: close\r\n\r\n{`,
    );
    expect(await text(socket)).toMatch(/^HTTP\/1.1 413 [^]*"code":"too-large"/);
  });

  it('refuses one watcher more than it serves, until one goes', async () => {
    const { href } = await listen();
    const url = `${href}api/assessments/${people.own.assessment}/events`;
    const headers = { cookie: `jalon_access=${server.cookieOf(actors.teacher).jalon_access}` };
    const watch = () => {
      const leaving = new AbortController();
      return { leaving, answer: fetch(url, { headers, signal: leaving.signal }) };
    };
    const first = watch();
    expect((await first.answer).status).toBe(200);
    expect((await watch().answer).status).toBe(200);
    const refused = await watch().answer;
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    first.leaving.abort();
    await expect.poll(async () => (await watch().answer).status).toBe(200);
  });
});

describe('the guide for operators', () => {
  const guide = readFileSync(new URL('../../../../../docs/operations.md', import.meta.url), 'utf8');

  it.each([
    [limits.bodyBytes / 1024, 'KiB'],
    [limits.headersMs / 1000, 's'],
    [limits.requestMs / 1000, 's'],
    [limits.silentMs / 1000, 's'],
    [limits.keepAliveMs / 1000, 's'],
    [limits.connections, ''],
    [limits.streamsAPerson, ''],
  ])('states the limit of %d %s', (figure, unit) => {
    expect(guide).toContain(`| ${figure}${unit ? ` ${unit}` : ''} `);
  });
});
