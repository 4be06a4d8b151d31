import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ResponseRefused } from '@jalon/items';
import { Conflict, StoreUnavailable } from '@jalon/store';
import { problem, problemCodes, routes } from '@jalon/types';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people } from '../../testing/two-schools.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

type Options = Parameters<TestServer['call']>[0];

async function refusalOf(options: Options, actor?: Parameters<TestServer['call']>[1]) {
  const answer = await server.call(options, actor);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  const read = problem.parse(answer.json());
  expect(read.status).toBe(answer.statusCode);
  expect(problemCodes[read.code]).toBe(answer.statusCode);
  expect(read.instance).toMatch(/^[0-9a-f-]{36}$/);
  return { ...read, headers: answer.headers, raw: answer.body };
}

const json = { 'content-type': 'application/json' };
const card = { method: 'POST', url: routes.signInWithCard.path } as const;
const answerPath = routes.submitResponse.path.replace(':attemptId', people.own.attempt);

describe('a refusal', () => {
  it.each([
    ['not-found', { url: '/api/nothing' }],
    ['not-found', { url: '/api' }],
    ['not-found', { method: 'POST', url: '/api/nothing', payload: { a: 1 } }],
    ['not-found', { url: '/outside' }],
    ['method-not-allowed', { method: 'PUT', url: '/api/session' }],
    ['method-not-allowed', { method: 'OPTIONS', url: '/api/session' }],
    ['method-not-allowed', { method: 'GET', url: '/api/session/card' }],
    ['bad-request', { ...card, headers: json, payload: '{"card":' }],
    ['bad-request', { ...card, headers: json, payload: '' }],
    ['bad-request', { ...card, headers: json, payload: '{"__proto__":{"a":1},"card":"a"}' }],
    ['bad-request', { ...card }],
    ['bad-request', { ...card, payload: { card: 1 } }],
    ['bad-request', { url: '/api/%zz' }],
    ['too-large', { ...card, payload: { card: 'x'.repeat(256 * 1024) } }],
    [
      'unsupported-media-type',
      { ...card, headers: { 'content-type': 'text/plain' }, payload: 'a' },
    ],
    ['unsupported-media-type', { ...card, headers: { 'content-type': 'a/b/c' }, payload: 'a' }],
    ['wrong-card', { ...card, payload: { card: 'zèbre' } }],
    ['session-ended', { method: 'POST', url: '/api/session/refresh' }],
    ['not-signed-in', { url: '/api/home' }],
  ] satisfies [string, Options][])('is a problem document: %s (%j)', async (code, options) => {
    expect((await refusalOf(options)).code).toBe(code);
  });

  it('of a method says which ones there are', async () => {
    const { headers } = await refusalOf({ method: 'DELETE', url: '/api/session' });
    expect(headers['allow']).toBe('GET, HEAD');
  });

  it('points at every place that does not fit, in the language asked for', async () => {
    const options = {
      method: 'POST',
      url: answerPath,
      payload: { ordinal: 0, response: { kind: 'choice', option: 'o1' }, clientKey: 'x', a: 1 },
    } as const;
    const fr = await refusalOf({ ...options, headers: { 'accept-language': 'fr' } }, actors.pupil);
    const en = await refusalOf({ ...options, headers: { 'accept-language': 'en' } }, actors.pupil);
    const pointers = ['/body', '/body/clientKey', '/body/durationMs', '/body/ordinal'];
    expect(fr.places?.map(({ pointer }) => pointer).sort()).toEqual(pointers);
    expect(en.places?.map(({ pointer }) => pointer).sort()).toEqual(pointers);
    expect(en.headers['content-language']).toBe('en');
    expect(fr.title).toBe('Demande mal formée');
    expect(en.title).toBe('Malformed request');
    expect(fr.places?.find(({ pointer }) => pointer === '/body/durationMs')?.message).toMatch(
      /attendu/,
    );
  });

  it('points into the parameters and the query too', async () => {
    const id = await refusalOf({ url: '/api/classes/x' }, actors.teacher);
    expect(id.places?.map(({ pointer }) => pointer)).toEqual(['/params/classId']);
    const query = await refusalOf({ url: '/api/cohort?competence=x' }, actors.inspector);
    expect(query.places?.map(({ pointer }) => pointer)).toEqual(['/query/competence']);
  });

  it('of a service is told by its code', async () => {
    const { engines } = server.services;
    const fail = (error: Error) =>
      vi.spyOn(engines, 'current', 'get').mockImplementation(() => {
        throw error;
      });
    const health = { url: '/api/framework' };
    fail(new ResponseRefused('no such option'));
    expect((await refusalOf(health)).code).toBe('bad-response');
    fail(new Conflict('unique key'));
    expect((await refusalOf(health)).code).toBe('conflict');
    fail(new StoreUnavailable('disk full'));
    const busy = await refusalOf(health);
    expect(busy.code).toBe('busy');
    expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('that is our own failure says and logs nothing of what went wrong inside', async () => {
    const { identity } = server.store.read;
    const cause = new Error('select Zélie Aubépine');
    const failure = new TypeError('params: Zélie Aubépine', { cause });
    vi.spyOn(identity, 'pupilById').mockRejectedValue(failure);
    server.logged.length = 0;
    const { code, raw } = await refusalOf({ url: '/api/session' }, actors.pupil);
    expect(code).toBe('unexpected');
    expect(raw).not.toMatch(/Zélie|TypeError|\.ts/);
    const log = server.logged.join('');
    expect(log).toContain('"type":"TypeError"');
    expect(log).toContain('problems.test.ts');
    expect(log).not.toContain('Zélie');
  });

  it('of what is no HTTP is a problem document on the bare connection', async () => {
    const { port } = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1').end('GARBAGE\r\n\r\n');
    const [head, body] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 .*\r\ncontent-type: application\/problem\+json/);
    expect(problem.parse(JSON.parse(body ?? '')).code).toBe('bad-request');
  });

  it('never carries a status that an error only claims', async () => {
    const claimed = Object.assign(new Error('I say so'), { statusCode: 404, code: 'X' });
    vi.spyOn(server.store.read.identity, 'pupilById').mockRejectedValue(claimed);
    expect((await refusalOf({ url: '/api/session' }, actors.pupil)).code).toBe('unexpected');
  });
});
