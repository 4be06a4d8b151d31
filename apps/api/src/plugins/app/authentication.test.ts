import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';
import { accessCookie } from './session-cookies.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

async function statusWith(token: string, how: 'cookie' | 'bearer' = 'cookie') {
  const given =
    how === 'cookie'
      ? { cookies: { [accessCookie]: token } }
      : { headers: { authorization: `Bearer ${token}` } };
  return (await server.call({ url: '/api/session', ...given })).statusCode;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function forge(header: object, payload: object, key: Buffer, hash = 'sha256'): string {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

const nowSeconds = () => Math.floor(Date.now() / 1000);
const claims = () => ({
  sub: people.own.pupil,
  role: 'pupil',
  school: people.own.school,
  iss: 'jalon',
  iat: nowSeconds(),
  exp: nowSeconds() + 900,
});
const hs256 = { alg: 'HS256', typ: 'JWT' };

describe('an access token', () => {
  it('says who calls, in its cookie or as a bearer token', async () => {
    const token = server.cookieOf(actors.pupil)[accessCookie];
    expect(await statusWith(token)).toBe(200);
    expect(await statusWith(token, 'bearer')).toBe(200);
  });

  it('holds no name', () => {
    const token = server.cookieOf(actors.pupil)[accessCookie];
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    expect(Object.keys(JSON.parse(payload)).sort()).toEqual([
      'exp',
      'iat',
      'iss',
      'role',
      'school',
      'sub',
    ]);
  });

  it('is good for a quarter of an hour', async () => {
    const token = server.cookieOf(actors.pupil)[accessCookie];
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * 60_000 });
    expect(await statusWith(token)).toBe(200);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    expect(await statusWith(token)).toBe(401);
  });

  it('that was good is refused a quarter of an hour after it was made, whatever end it names', async () => {
    const made = { ...claims(), iat: nowSeconds() - 840, exp: nowSeconds() + 3600 };
    const token = forge(hs256, made, server.keys.accessToken);
    expect(await statusWith(token)).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60_000 });
    expect(await statusWith(token)).toBe(401);
  });

  it('that was good lends nothing to one that differs in its signature alone', async () => {
    const token = forge(hs256, claims(), server.keys.accessToken);
    expect(await statusWith(token)).toBe(200);
    const [header, payload] = token.split('.');
    expect(await statusWith(`${header}.${payload}.${'A'.repeat(43)}`)).toBe(401);
  });

  it('made with our key is good: the forgeries below fail for what they change', async () => {
    expect(await statusWith(forge(hs256, claims(), server.keys.accessToken))).toBe(200);
  });

  it.each([
    ['no algorithm', () => `${part({ alg: 'none' })}.${part(claims())}.`],
    [
      'another algorithm',
      () => forge({ alg: 'HS512' }, claims(), server.keys.accessToken, 'sha512'),
    ],
    ['another key', () => forge(hs256, claims(), server.keys.card)],
    ['another issuer', () => forge(hs256, { ...claims(), iss: 'x' }, server.keys.accessToken)],
    ['no end', () => forge(hs256, { ...claims(), exp: undefined }, server.keys.accessToken)],
    [
      'a far end',
      () => {
        const old = { ...claims(), iat: nowSeconds() - 3600, exp: nowSeconds() + 3600 };
        return forge(hs256, old, server.keys.accessToken);
      },
    ],
    [
      'no such role',
      () => forge(hs256, { ...claims(), role: 'operator' }, server.keys.accessToken),
    ],
    ['no school', () => forge(hs256, { ...claims(), school: undefined }, server.keys.accessToken)],
    [
      'another payload',
      () => {
        const [header, , signature] = forge(hs256, claims(), server.keys.accessToken).split('.');
        return `${header}.${part({ ...claims(), role: 'teacher' })}.${signature}`;
      },
    ],
    ['nothing', () => ''],
    ['dots', () => '..'],
  ])('with %s makes nobody of its bearer', async (_what, make) => {
    expect(await statusWith(make())).toBe(401);
    expect(await statusWith(make(), 'bearer')).toBe(401);
  });

  it('of someone who is no longer there finds nobody', async () => {
    const gone = { ...actors.pupil, id: uuid(9_999) };
    expect((await server.call({ url: '/api/session' }, gone)).statusCode).toBe(401);
  });
});
