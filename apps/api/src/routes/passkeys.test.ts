import {
  accountSecurity,
  MOST_PASSKEYS,
  passkeyCreation,
  passkeyRequest,
  recoveryCodes,
} from '@jalon/types';
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../config.ts';
import { accessCookie, challengeCookie, halfCookie } from '../plugins/app/session-cookies.ts';
import type { SignedIn } from '../services/actor.ts';
import { codeAt } from '../services/security/codes.ts';
import { createAuthenticator, type Misdeed } from '../testing/authenticator.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, emailOf, password, people } from '../testing/two-schools.ts';

const origin = 'https://jalon.example';
const actor = actors.administrator;

let server: TestServer;
let device: ReturnType<typeof createAuthenticator>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  server = await createTestServer({ config: { origin } });
  device = createAuthenticator(origin);
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

const post = (
  path: string,
  payload?: object,
  cookies: Record<string, string> = {},
  as?: SignedIn,
) => server.call({ method: 'POST', url: `/api${path}`, cookies, ...(payload && { payload }) }, as);
type Answer = Awaited<ReturnType<typeof post>>;
const cookieOf = (answer: Answer, name: string): string =>
  answer.cookies.find((one) => one.name === name)?.value ?? '';
const asked = (answer: Answer) => ({ [challengeCookie]: cookieOf(answer, challengeCookie) });
const codeOf = (answer: Answer) => answer.json<{ code?: string }>().code;

async function add({ wrong = {}, as = actor }: { wrong?: Misdeed; as?: SignedIn } = {}) {
  const begun = await post('/me/passkeys/begin', { password }, {}, as);
  const credential = device.make(passkeyCreation.parse(begun.json()), wrong);
  return post('/me/passkeys', { name: 'Ordinateur', credential }, asked(begun), as);
}

async function begin() {
  const begun = await post('/session/passkey/begin');
  return { request: passkeyRequest.parse(begun.json()), cookies: asked(begun) };
}

async function signIn(wrong: Misdeed = {}) {
  const { request, cookies } = await begin();
  const answer = await post(
    '/session/passkey',
    { credential: device.sign(request, wrong) },
    cookies,
  );
  later(1);
  return answer;
}

const security = async () =>
  accountSecurity.parse((await server.call({ url: '/api/me/security' }, actor)).json());

const byPassword = () => post('/session/staff', { email: emailOf(people.administrator), password });

describe('a passkey', () => {
  it('is added to an account, lets its owner in alone, and is seen to have been used', async () => {
    const added = await add();
    expect(recoveryCodes.parse(added.json()).codes).toHaveLength(10);
    expect(added.cookies).toMatchObject([{ name: challengeCookie, value: '' }]);
    expect(await security()).toMatchObject({
      hasSecondFactor: true,
      hasCode: false,
      recoveryCodesLeft: 10,
      passkeys: [{ name: 'Ordinateur', lastUsedAt: null }],
    });
    const answer = await signIn();
    expect(answer.json()).toMatchObject({ id: people.administrator, role: 'administrator' });
    const cookies = { [accessCookie]: cookieOf(answer, accessCookie) };
    expect((await server.call({ url: '/api/school', cookies })).statusCode).toBe(200);
    const [passkey] = (await security()).passkeys;
    expect(passkey?.lastUsedAt).not.toBeNull();
    expect((await signIn()).statusCode).toBe(200);
  });

  it('serves an inspector, and a device that counts no signatures', async () => {
    device = createAuthenticator(origin, { counts: false });
    expect((await add({ as: actors.inspector })).statusCode).toBe(200);
    for (let n = 0; n < 3; n += 1) {
      expect((await signIn()).json()).toMatchObject({ id: people.inspector });
    }
  });

  it('is for the public host where that is set, else for the one that was called', async () => {
    expect((await begin()).request.rpId).toBe('jalon.example');
    await server.close();
    server = await createTestServer();
    device = createAuthenticator('http://localhost:4600');
    const headers = { host: 'localhost:4600' };
    const begun = await server.call(
      { ...{ method: 'POST', url: '/api/me/passkeys/begin', headers }, payload: { password } },
      actor,
    );
    const creation = passkeyCreation.parse(begun.json());
    expect(creation.rp.id).toBe('localhost');
    const payload = { name: 'Ordinateur', credential: device.make(creation) };
    const added = await server.call(
      { ...{ method: 'POST', url: '/api/me/passkeys', headers, payload }, cookies: asked(begun) },
      actor,
    );
    expect(added.statusCode).toBe(200);
  });

  it('is added by whoever shows the password alone, and guessing at it is stopped', async () => {
    const tries: Answer[] = [];
    for (let n = 0; n < 11; n += 1) {
      tries.push(await post('/me/passkeys/begin', { password: `wrong ${n}` }, {}, actor));
    }
    expect(tries.map(codeOf).slice(0, 10)).toEqual(Array(10).fill('wrong-password'));
    expect(tries[0]?.cookies).toEqual([]);
    expect(tries.at(-1)?.statusCode).toBe(429);
  });

  it('is one of ten at most, and no device has two', async () => {
    await add();
    const [own] = device.held;
    const begun = await post('/me/passkeys/begin', { password }, {}, actor);
    const { excludeCredentials } = passkeyCreation.parse(begun.json());
    expect(excludeCredentials.map(({ id }) => id)).toEqual([own?.id]);
    for (let n = 1; n < MOST_PASSKEYS; n += 1) expect((await add()).json()).toEqual({ codes: [] });
    expect(codeOf(await post('/me/passkeys/begin', { password }, {}, actor))).toBe(
      'too-many-passkeys',
    );
    const credential = device.make(passkeyCreation.parse(begun.json()));
    const late = await post('/me/passkeys', { name: 'Onze', credential }, asked(begun), actor);
    expect(codeOf(late)).toBe('too-many-passkeys');
  });
});

describe('adding a passkey', () => {
  const wrongs: [string, Misdeed][] = [
    ['another site', { origin: 'https://jalon.example.evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'bm90IHdoYXQgd2FzIGFza2Vk' }],
    ['a signature', { type: 'webauthn.get' }],
    ['a device that did not know its owner', { unverified: true }],
  ];
  it.each(wrongs)('is refused for %s', async (_, wrong) => {
    expect(codeOf(await add({ wrong }))).toBe('passkey-refused');
    expect((await security()).passkeys).toEqual([]);
  });

  it('takes no answer twice, and none after five minutes', async () => {
    const begun = await post('/me/passkeys/begin', { password }, {}, actor);
    const credential = device.make(passkeyCreation.parse(begun.json()));
    const send = () =>
      post('/me/passkeys', { name: 'Ordinateur', credential }, asked(begun), actor);
    expect((await send()).statusCode).toBe(200);
    expect(codeOf(await send())).toBe('passkey-known');
    later(5 * 60 + 1);
    expect(codeOf(await send())).toBe('passkey-expired');
  });

  it('takes the answer of nobody else, nor one to a question about signing in', async () => {
    const begun = await post('/me/passkeys/begin', { password }, {}, actors.teacher);
    const creation = passkeyCreation.parse(begun.json());
    const body = { name: 'Ordinateur', credential: device.make(creation) };
    expect(codeOf(await post('/me/passkeys', body, asked(begun), actor))).toBe('passkey-expired');
    const { cookies } = await begin();
    expect(codeOf(await post('/me/passkeys', body, cookies, actor))).toBe('passkey-expired');
    expect(codeOf(await post('/me/passkeys', body, {}, actor))).toBe('passkey-expired');
  });
});

describe('signing in with a passkey', () => {
  beforeEach(async () => {
    await add();
  });

  const wrongs: [string, () => Misdeed][] = [
    ['another site', () => ({ origin: 'https://jalon.example.evil.example' })],
    ['another host', () => ({ rpId: 'evil.example' })],
    ['another challenge', () => ({ challenge: 'bm90IHdoYXQgd2FzIGFza2Vk' })],
    ['something made', () => ({ type: 'webauthn.create' })],
    ['a device that did not know its owner', () => ({ unverified: true })],
    [
      'somebody else',
      () => ({ userHandle: Buffer.from(people.own.teacher).toString('base64url') }),
    ],
    [
      'another key',
      () => ({ signedBy: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
    ],
  ];
  it.each(wrongs)('is refused for %s', async (_, wrong) => {
    const answer = await signIn(wrong());
    expect(answer.statusCode).toBe(401);
    expect(codeOf(answer)).toBe('passkey-refused');
    expect(cookieOf(answer, accessCookie)).toBe('');
    expect((await signIn()).statusCode).toBe(200);
  });

  it('is refused where its count has gone back: there is a copy', async () => {
    await signIn({ signCount: 7 });
    for (const signCount of [7, 6, 0]) {
      expect(codeOf(await signIn({ signCount }))).toBe('passkey-copied');
    }
    expect((await signIn({ signCount: 8 })).statusCode).toBe(200);
  });

  it.each([true, false])('takes no answer twice (device counts: %s)', async (counts) => {
    device = createAuthenticator(origin, { counts });
    await add();
    const { request, cookies } = await begin();
    const credential = device.sign(request);
    const send = () => post('/session/passkey', { credential }, cookies);
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
    later(60);
    expect(codeOf(await send())).toBe('passkey-expired');
  });

  it('takes no answer after five minutes, nor to what another browser was asked', async () => {
    const [first, second] = [await begin(), await begin()];
    const other = { credential: device.sign(first.request) };
    expect(codeOf(await post('/session/passkey', other, second.cookies))).toBe('passkey-refused');
    expect(codeOf(await post('/session/passkey', other))).toBe('passkey-expired');
    const access = { [challengeCookie]: server.cookieOf(actor)[accessCookie] };
    expect(codeOf(await post('/session/passkey', other, access))).toBe('passkey-expired');
    later(5 * 60 + 1);
    expect(codeOf(await post('/session/passkey', other, first.cookies))).toBe('passkey-expired');
  });

  it('gives nobody in who has a challenge alone', async () => {
    const { cookies } = await begin();
    const tried = { [accessCookie]: cookies[challengeCookie] };
    expect(codeOf(await server.call({ url: '/api/school', cookies: tried }))).toBe('not-signed-in');
    const half = { [halfCookie]: cookies[challengeCookie] };
    expect(codeOf(await post('/session/staff/code', { code: '123456' }, half))).toBe(
      'session-ended',
    );
  });

  it('is refused once the passkey is removed, and slowed down where it is tried again and again', async () => {
    const [passkey] = (await security()).passkeys;
    const body = { passkey: passkey?.id };
    const others = await post('/me/passkeys/remove', body, {}, actors.teacher);
    expect(others.json()).toEqual({ removed: false });
    expect((await signIn()).statusCode).toBe(200);
    expect((await post('/me/passkeys/remove', body, {}, actor)).json()).toEqual({ removed: true });
    expect((await post('/me/passkeys/remove', body, {}, actor)).json()).toEqual({ removed: false });
    expect(await security()).toMatchObject({ hasSecondFactor: false, recoveryCodesLeft: 0 });
    const { request, cookies } = await begin();
    const credential = device.sign(request);
    let answer = await post('/session/passkey', { credential }, cookies);
    expect(codeOf(answer)).toBe('passkey-unknown');
    for (let n = 0; n < 120; n += 1) {
      answer = await post('/session/passkey', { credential }, cookies);
    }
    expect(answer.statusCode).toBe(429);
  });
});

describe('the password of somebody who has a passkey', () => {
  it('lets nobody in alone: a recovery code is asked for as well, each good once', async () => {
    const { codes } = recoveryCodes.parse((await add()).json());
    const first = await byPassword();
    expect(codeOf(first)).toBe('code-needed');
    const half = { [halfCookie]: cookieOf(first, halfCookie) };
    const withCode = (code = '') => post('/session/staff/code', { code }, half);
    expect(codeOf(await withCode('000000'))).toBe('wrong-code');
    expect((await withCode(codes[0])).statusCode).toBe(200);
    later(30);
    expect(codeOf(await withCode(codes[0]))).toBe('wrong-code');
    expect((await security()).recoveryCodesLeft).toBe(9);
  });

  it('is changed without the passkey’s end', async () => {
    await add();
    const next = { current: password, password: 'écluse vélo ananas tulipe' };
    expect((await post('/me/password', next, {}, actor)).statusCode).toBe(200);
    expect((await signIn()).statusCode).toBe(200);
  });

  it('keeps its recovery codes when a code of an authenticator ends', async () => {
    await add();
    const { secret } = (await post('/me/second-factor/begin', {}, {}, actor)).json<{
      secret: string;
    }>();
    const code = () => codeAt(secret, new Date());
    await post('/me/second-factor/confirm', { secret, code: code() }, {}, actor);
    expect(await security()).toMatchObject({ hasCode: true, recoveryCodesLeft: 10 });
    later(30);
    const ended = await post('/me/second-factor/end', { code: code() }, {}, actor);
    expect(ended.statusCode).toBe(200);
    expect(await security()).toMatchObject({
      ...{ hasCode: false, hasSecondFactor: true, recoveryCodesLeft: 10 },
    });
    const again = await post('/me/second-factor/end', { code: code() }, {}, actor);
    expect(codeOf(again)).toBe('wrong-code');
  });

  it('chosen anew by a link asks for what guards the account as well', async () => {
    await add();
    const staff = `/school/staff/${people.administrator}/password-link`;
    const { link } = (await post(staff, undefined, {}, actor)).json<{ link: string }>();
    const accepted = await post('/invitations/accept', {
      ...{ token: link.split('/').at(-1), password: 'écluse vélo ananas tulipe' },
    });
    expect(codeOf(accepted)).toBe('code-needed');
    expect(cookieOf(accepted, accessCookie)).toBe('');
    expect(cookieOf(accepted, halfCookie)).not.toBe('');
  });
});

describe('a second factor that is required', () => {
  const requiredOf = async (staffFactor: Config['staffFactor']) => {
    await server.close();
    server = await createTestServer({ config: { origin, staffFactor } });
  };
  const enter = async (id: string) => {
    const answer = await post('/session/staff', { email: emailOf(id), password });
    return { [accessCookie]: cookieOf(answer, accessCookie) };
  };
  const school = (cookies: Record<string, string>) => server.call({ url: '/api/school', cookies });

  it('opens nothing but the account before it is there, and the rest at once', async () => {
    await requiredOf('administrators');
    const cookies = await enter(people.administrator);
    expect(codeOf(await school(cookies))).toBe('factor-needed');
    expect((await server.call({ url: '/api/session', cookies })).statusCode).toBe(200);
    const told = await server.call({ url: '/api/me/security', cookies });
    expect(told.json()).toMatchObject({ needsSecondFactor: true });
    const begun = await post('/me/passkeys/begin', { password }, cookies);
    const credential = device.make(passkeyCreation.parse(begun.json()));
    const body = { name: 'Ordinateur', credential };
    const added = await post('/me/passkeys', body, { ...cookies, ...asked(begun) });
    const now = { [accessCookie]: cookieOf(added, accessCookie) };
    expect((await school(now)).statusCode).toBe(200);
    const passkey = { passkey: device.held[0]?.id };
    const removed = await post('/me/passkeys/remove', passkey, now);
    const then = { [accessCookie]: cookieOf(removed, accessCookie) };
    expect(codeOf(await school(then))).toBe('factor-needed');
  });

  it.each([
    ['offered', people.administrator, 200],
    ['administrators', people.administrator, 403],
    ['administrators', people.inspector, 403],
    ['all', people.inspector, 403],
  ] as const)('(%s) is of those of whom it is', async (setting, id, status) => {
    await requiredOf(setting);
    const cookies = await enter(id);
    expect((await server.call({ url: '/api/releases', cookies })).statusCode).toBe(status);
  });

  it.each([
    ['administrators', 200],
    ['all', 403],
  ] as const)('(%s) is of teachers where it is of all', async (setting, status) => {
    await requiredOf(setting);
    const [passkey] = await server.store.read.staff.passkeys(people.own.teacher);
    await post('/me/passkeys/remove', { passkey: passkey?.id }, {}, actors.teacher);
    const cookies = await enter(people.own.teacher);
    expect((await server.call({ url: '/api/classes', cookies })).statusCode).toBe(status);
  });

  it('is never of pupils', async () => {
    await requiredOf('all');
    const card = await post('/session/card', { card: people.cards.own });
    const cookies = { [accessCookie]: cookieOf(card, accessCookie) };
    expect((await server.call({ url: '/api/home', cookies })).statusCode).toBe(200);
  });
});
