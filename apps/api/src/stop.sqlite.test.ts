import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@jalon/measurement';
import { acceptedResponse, attemptView } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyResponse } from '../../../tests/support/any-response.ts';
import { testCard } from '../../../tests/support/cards.ts';
import { freePort } from '../../../tests/support/server.ts';
import { createDemo } from './demo/create-demo.ts';
import { loadEngines } from './load-engines.ts';
import { digestCard } from './services/cards.ts';
import { deriveKeys } from './services/keys.ts';
import { hashPassword } from './services/passwords.ts';
import { openDataStore } from './start/open-data-store.ts';
import { prepareServices } from './start/services.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const secret = 'a secret of the tests, long enough';
const PUPILS = 8;

let data: string;
let file: string;
let cards = 0;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'jalon-stop-'));
  file = join(data, 'jalon.sqlite');
  const store = await openDataStore(`file:${file}`);
  const { card } = deriveKeys(secret);
  const services = await prepareServices(store, loadEngines(here('../../../competence-framework')));
  await createDemo(services, {
    seed: 'stop',
    newCard: () => testCard(cards++),
    digestCard: (words) => digestCard(card, words),
    newPassword: randomUUID,
    hashPassword,
  });
  await store.close();
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Server {
  child: ChildProcess;
  port: number;
  logged: string[];
}

async function startProduct(settings: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [here('./main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      JALON_DATA: data,
      JALON_DEMO: 'off',
      JALON_SECRET: secret,
      JALON_ORIGIN: `http://127.0.0.1:${port}`,
      JALON_REQUESTS_PER_MINUTE: '1000000',
      ...settings,
    },
  });
  const logged: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => logged.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => logged.push(chunk.toString()));
  const agent = new Agent();
  await expect
    .poll(
      () =>
        ask(agent, port, '/api/health').then(
          (answer) => answer.status,
          () => 0,
        ),
      {
        timeout: 90_000,
      },
    )
    .toBe(200);
  agent.destroy();
  return { child, port, logged };
}

interface Answer {
  status: number;
  body: unknown;
  cookies: string[];
  isLast: boolean;
}

async function ask(
  agent: Agent,
  port: number,
  path: string,
  given: { body?: object; cookie?: string } = {},
): Promise<Answer> {
  const sent = request({
    agent,
    port,
    path,
    host: '127.0.0.1',
    method: given.body ? 'POST' : 'GET',
    headers: {
      ...(given.body && { 'content-type': 'application/json' }),
      ...(given.cookie && { cookie: given.cookie }),
    },
  });
  sent.end(given.body && JSON.stringify(given.body));
  const got = Promise.withResolvers<Parameters<Parameters<typeof sent.once>[1]>[0]>();
  sent.once('response', got.resolve);
  sent.once('error', got.reject);
  const response = await got.promise;
  const body = await text(response);
  return {
    status: response.statusCode,
    body: JSON.parse(body),
    cookies: (response.headers['set-cookie'] ?? []).map((line: string) => line.split(';')[0]),
    isLast: response.headers.connection === 'close',
  };
}

/** Answers without a pause until an answer says that it is the connection's last. */
async function work(port: number, pupil: number, acknowledged: string[]): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const random = seededRandom(`pupil ${pupil}`);
  const call = (path: string, body: object, cookie?: string) =>
    ask(agent, port, path, { body, ...(cookie && { cookie }) });
  try {
    const signedIn = await call('/api/session/card', { card: testCard(pupil) });
    const cookie = signedIn.cookies.join('; ');
    for (;;) {
      const begun = await call('/api/attempts', { mode: 'practice', competence: '1.1' }, cookie);
      if (begun.status !== 200) return `an attempt was refused: ${JSON.stringify(begun.body)}`;
      let view = attemptView.parse(begun.body);
      if (begun.isLast) return 'told';
      while (view.current) {
        const { ordinal, item } = view.current;
        const clientKey = randomUUID();
        const response = anyResponse(item, random);
        const input = { ordinal, response, clientKey, durationMs: 1_000 };
        const answer = await call(`/api/attempts/${view.id}/responses`, input, cookie);
        if (answer.status !== 200) return `an answer was refused: ${JSON.stringify(answer.body)}`;
        acknowledged.push(clientKey);
        if (answer.isLast) return 'told';
        view = acceptedResponse.parse(answer.body).attempt;
      }
    }
  } catch (error) {
    return `no answer: ${String(error)}`;
  } finally {
    agent.destroy();
  }
}

function keptKeys(): Set<unknown> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select client_key from response').all();
  database.close();
  return new Set(rows.map((row) => row.client_key));
}

describe('a process that is asked to stop under load', () => {
  it('answers all that it was sent, keeps what it acknowledged, and ends well', async () => {
    const { child, port, logged } = await startProduct({ JALON_BACKUP: join(data, 'backup') });
    const acknowledged: string[] = [];
    const working = Array.from({ length: PUPILS }, (_, n) => work(port, n, acknowledged));
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50);
    const exited = once(child, 'exit');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    expect(await Promise.all(working)).toEqual(working.map(() => 'told'));
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    const kept = keptKeys();
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
    expect(logged.join('')).toMatch(/"msg":"stopped"/);
  }, 120_000);

  it('ends within its ten seconds though a client never ends its request', async () => {
    const { child, port } = await startProduct({});
    const agent = new Agent();
    const half = request({
      agent,
      port,
      host: '127.0.0.1',
      path: '/api/session/card',
      method: 'POST',
    });
    half.on('error', () => undefined);
    half.write('{"card":');
    await pause(200);
    const exited = once(child, 'exit');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    agent.destroy();
  }, 120_000);
});

describe('a process behind a load balancer', () => {
  it('says that it leaves while it goes on answering, then stops, all in lines of JSON', async () => {
    const { child, port, logged } = await startProduct({ JALON_DRAIN_SECONDS: '2' });
    const agent = new Agent();
    const exited = once(child, 'exit');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await expect.poll(async () => (await ask(agent, port, '/api/health')).status).toBe(503);
    expect((await ask(agent, port, '/api/health/live')).status).toBe(200);
    expect((await ask(agent, port, '/api/framework')).status).toBe(200);
    expect(await exited).toEqual([0, null]);
    expect(performance.now() - startedMs).toBeGreaterThan(1_900);
    const lines = logged.join('').trim().split('\n');
    const messages = lines.map((line) => JSON.parse(line)).map(({ msg }) => msg);
    expect(messages).toContainEqual(expect.stringMatching(/^Jalon answers at http/));
    expect(messages).toContainEqual(expect.stringMatching(/^No backup is kept: /));
    expect(messages).toContain('stopped');
    agent.destroy();
  }, 120_000);
});
