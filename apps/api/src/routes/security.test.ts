import { accountSecurity, factorOffer, recoveryCodes } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessCookie, halfCookie, refreshCookie } from '../plugins/app/session-cookies.ts';
import { codeAt } from '../services/security/codes.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, emailOf, password, people } from '../testing/two-schools.ts';

let now: Date;
let server: TestServer;
beforeEach(async () => {
  now = new Date();
  server = await createTestServer({ clock: () => now });
});
afterEach(() => server.close());

const actor = actors.administrator;
const halfAMinute = () => {
  now = new Date(now.getTime() + 30_000);
};

const ask = (path: string, payload: object, cookies: Record<string, string> = {}) =>
  server.call({ method: 'POST', url: `/api${path}`, payload, cookies }, actor);

const signIn = (given = password) =>
  server.call({
    method: 'POST',
    url: '/api/session/staff',
    payload: { email: emailOf(people.administrator), password: given },
  });

const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>, name: string): string =>
  answer.cookies.find((one) => one.name === name)?.value ?? '';

async function withFactor() {
  const { secret } = factorOffer.parse((await ask('/me/second-factor/begin', {})).json());
  const code = codeAt(secret, now);
  const { codes } = recoveryCodes.parse(
    (await ask('/me/second-factor/confirm', { secret, code })).json(),
  );
  return { secret, codes };
}

const withCode = (half: string, code: string) =>
  server.call({
    method: 'POST',
    url: '/api/session/staff/code',
    payload: { code },
    cookies: { [halfCookie]: half },
  });

const security = async (cookies: Record<string, string> = {}) =>
  accountSecurity.parse(
    (await server.call({ method: 'GET', url: '/api/me/security', cookies }, actor)).json(),
  );

describe('a second factor', () => {
  it('is asked for once it is confirmed, and each code is good once', async () => {
    const { secret, codes } = await withFactor();
    expect(new Set(codes).size).toBe(10);
    expect(await security()).toMatchObject({ hasSecondFactor: true, recoveryCodesLeft: 10 });

    const first = await signIn();
    expect(first.json()).toMatchObject({ status: 401, code: 'code-needed' });
    expect(first.cookies.map(({ name }) => name)).toEqual([halfCookie]);
    const half = cookieOf(first, halfCookie);
    // The code that confirmed it was used by that.
    expect((await withCode(half, codeAt(secret, now))).json()).toMatchObject({
      code: 'wrong-code',
    });
    halfAMinute();
    const second = await withCode(half, codeAt(secret, now));
    expect(second.statusCode).toBe(200);
    expect(cookieOf(second, accessCookie)).not.toBe('');
    expect((await withCode(half, codeAt(secret, now))).json()).toMatchObject({
      code: 'wrong-code',
    });
  });

  it('gives nobody in who has half of it', async () => {
    await withFactor();
    const half = cookieOf(await signIn(), halfCookie);
    const tried = await server.call({
      method: 'GET',
      url: '/api/school',
      cookies: { [accessCookie]: half },
    });
    expect(tried.json()).toMatchObject({ code: 'not-signed-in' });
    expect((await withCode('nonsense', '123456')).json()).toMatchObject({ code: 'session-ended' });
    const access = server.cookieOf(actor)[accessCookie];
    expect((await withCode(access, '123456')).json()).toMatchObject({ code: 'session-ended' });
  });

  it('has recovery codes, each good once, as they are typed', async () => {
    const { codes } = await withFactor();
    const [words = ''] = codes;
    halfAMinute();
    const half = cookieOf(await signIn(), halfCookie);
    const typed = words.toUpperCase().replaceAll('-', ' ');
    expect((await withCode(half, typed)).statusCode).toBe(200);
    halfAMinute();
    expect((await withCode(half, words)).json()).toMatchObject({ code: 'wrong-code' });
    expect((await security()).recoveryCodesLeft).toBe(9);
  });

  it('is not to be guessed', async () => {
    await withFactor();
    const half = cookieOf(await signIn(), halfCookie);
    const tries = [];
    for (let i = 0; i < 12; i += 1) {
      tries.push((await withCode(half, String(i).padStart(6, '0'))).statusCode);
    }
    expect(tries.slice(-2)).toEqual([429, 429]);
  });

  it('ends by a code, and is confirmed by none that is wrong', async () => {
    const { secret } = await withFactor();
    expect((await ask('/me/second-factor/end', { code: '000000' })).json()).toMatchObject({
      code: 'wrong-code',
    });
    halfAMinute();
    const code = codeAt(secret, now);
    expect((await ask('/me/second-factor/end', { code })).statusCode).toBe(200);
    expect((await signIn()).statusCode).toBe(200);
    const other = { secret, code: codeAt(secret, new Date(now.getTime() + 3_600_000)) };
    expect((await ask('/me/second-factor/confirm', other)).json()).toMatchObject({
      code: 'wrong-code',
    });
  });

  it('keeps its secret and its codes where nobody reads them', async () => {
    const { secret, codes } = await withFactor();
    const kept = JSON.stringify(
      await server.store.read.identity.staffByEmail(emailOf(people.administrator)),
    );
    for (const hidden of [secret, ...codes]) expect(kept).not.toContain(hidden);
  });
});

describe('the sessions of an account', () => {
  it('are listed, and ended from another', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const cookies = { [refreshCookie]: cookieOf(here, refreshCookie) };
    const { sessions } = await security(cookies);
    expect(sessions.map(({ isThisOne }) => isThisOne).toSorted()).toEqual([false, true]);
    expect((await ask('/me/sessions/end', { session: 'others' }, cookies)).json()).toEqual({
      ended: 1,
    });
    const refresh = (token: string) =>
      server.call({
        method: 'POST',
        url: '/api/session/refresh',
        cookies: { [refreshCookie]: token },
      });
    expect((await refresh(cookieOf(there, refreshCookie))).json()).toMatchObject({
      code: 'session-ended',
    });
    expect((await refresh(cookieOf(here, refreshCookie))).statusCode).toBe(200);
    // Those of somebody else are not to be ended.
    const others = await server.call(
      {
        method: 'POST',
        url: '/api/me/sessions/end',
        payload: { session: sessions[0]?.id },
      },
      actors.teacher,
    );
    expect(others.json()).toEqual({ ended: 0 });
  });
});

describe('a password', () => {
  it('is changed by whoever knows it, and every other session ends', async () => {
    const before = await signIn();
    const next = 'écluse vélo ananas tulipe';
    expect((await ask('/me/password', { current: 'wrong', password: next })).json()).toMatchObject({
      code: 'wrong-password',
    });
    expect(
      (await ask('/me/password', { current: password, password: 'motdepasse2026' })).json(),
    ).toMatchObject({ code: 'weak-password' });
    expect((await ask('/me/password', { current: password, password: next })).statusCode).toBe(200);
    expect((await signIn()).json()).toMatchObject({ code: 'wrong-password' });
    expect((await signIn(next)).statusCode).toBe(200);
    const renewed = await server.call({
      method: 'POST',
      url: '/api/session/refresh',
      cookies: { [refreshCookie]: cookieOf(before, refreshCookie) },
    });
    expect(renewed.json()).toMatchObject({ code: 'session-ended' });
  });
});
