import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, emailOf, password, people } from '../testing/two-schools.ts';
import { deviceCookie } from '../plugins/app/session-cookies.ts';

let server: TestServer;
let now: number;
const start = (config: { origin?: string } = {}) =>
  createTestServer({ config, clock: () => new Date(now) });

beforeEach(async () => {
  now = Date.now();
  server = await start();
});
afterEach(() => server.close());

/** Somebody of the staff whom nothing but the password guards. */
const member = { email: emailOf(people.administrator), password };

type Cookies = Record<string, string>;
const post = (path: string, payload?: object, cookies: Cookies = {}, remoteAddress = '192.0.2.1') =>
  server.call({
    method: 'POST',
    url: `/api/session/${path}`,
    cookies,
    remoteAddress,
    ...(payload && { payload }),
  });
const signInWithCard = (card: string, cookies?: Cookies, address?: string) =>
  post('card', { card }, cookies, address);
const signInAsStaff = (given: object, cookies?: Cookies, address?: string) =>
  post('staff', given, cookies, address);

const jarOf = (answer: Awaited<ReturnType<typeof post>>): Cookies =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
const codeOf = (answer: Awaited<ReturnType<typeof post>>): unknown =>
  answer.json<{ code?: string }>().code;

describe('signing in', () => {
  it('with a card, however it is typed, says who one is', async () => {
    const answer = await signInWithCard('ECLUSE velo  ananas, tulipe');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      id: people.own.pupil,
      role: 'pupil',
      name: 'Zélie Aubépine',
      place: 'Collège Un',
      timeZone: 'Europe/Paris',
      accommodations: ['extra-time'],
    });
    const session = await server.call({ url: '/api/session', cookies: jarOf(answer) });
    expect(session.json()).toEqual(answer.json());
  });

  it('as staff, however the address is typed, says who one is', async () => {
    const answer = await signInAsStaff({ ...member, email: ` ${member.email.toUpperCase()} ` });
    expect(answer.json()).toMatchObject({ role: 'administrator', place: 'Collège Un' });
    const inspector = await signInAsStaff({ email: emailOf(people.inspector), password });
    expect(inspector.json()).toMatchObject({ role: 'inspector', place: 'Rhône' });
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const wrong = await signInAsStaff({ ...member, password: 'x' });
    const unknown = await signInAsStaff({ email: 'nobody@ecole.example', password });
    expect(wrong.statusCode).toBe(401);
    const told = (answer: typeof wrong) => ({ ...answer.json<object>(), instance: null });
    expect(told(unknown)).toEqual(told(wrong));
    expect(unknown.headers['content-length']).toBe(wrong.headers['content-length']);
    expect(wrong.cookies).toEqual([]);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const timed = async (email: string) => {
      const start = performance.now();
      await signInAsStaff({ email, password: 'x' });
      return performance.now() - start;
    };
    let [unknownMs, knownMs] = [0, 0];
    for (let n = 0; n < 8; n += 1) {
      unknownMs += await timed(`${n}@ecole.example`);
      knownMs += await timed(member.email);
    }
    // Without the work for nobody's password it would be a tenth.
    expect(unknownMs).toBeGreaterThan(knownMs / 2);
  });

  it('gives cookies that no script reads and no other site sends', async () => {
    const { cookies } = await signInWithCard(people.cards.own);
    expect(cookies.map(({ name }) => name).sort()).toEqual([
      'jalon_access',
      'jalon_device',
      'jalon_refresh',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie).not.toHaveProperty('secure');
    }
  });

  it("gives a pupil's machine nothing that outlives its browser, a member of staff's a week", async () => {
    const maxAge = (answer: Awaited<ReturnType<typeof post>>, name: string) =>
      answer.cookies.find((cookie) => cookie.name === name)?.maxAge;
    const pupil = await signInWithCard(people.cards.own);
    expect(maxAge(pupil, 'jalon_access')).toBe(15 * 60);
    expect(maxAge(pupil, 'jalon_refresh')).toBeUndefined();
    expect(maxAge(await signInAsStaff(member), 'jalon_refresh')).toBe(7 * 24 * 3600);
  });

  it('gives cookies that travel encrypted where the public origin is https', async () => {
    await server.close();
    server = await start({ origin: 'https://jalon.example' });
    const { cookies, headers } = await signInWithCard(people.cards.own);
    expect(cookies.map(({ secure }) => secure)).toEqual([true, true, true]);
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });

  it('leaves no card, password, name, address or token in the log', async () => {
    const pupil = await signInWithCard(people.cards.own);
    await signInAsStaff(member);
    await signInAsStaff({ ...member, password: 'hunter2-hunter2' });
    await post('refresh', undefined, jarOf(pupil));
    const log = server.logged.join('').toLowerCase();
    expect(log).toContain('/api/session/staff');
    const secrets = [
      ...Object.values(jarOf(pupil)),
      'tulipe',
      'hunter2',
      password,
      member.email,
      'aubépine',
      'laurier',
      '192.0.2.1',
    ];
    expect(secrets.filter((secret) => log.includes(secret.toLowerCase()))).toEqual([]);
  });
});

describe('staying signed in', () => {
  it('exchanges the refresh token for new cookies', async () => {
    const first = jarOf(await signInWithCard(people.cards.own));
    const answer = await post('refresh', undefined, first);
    expect(answer.json()).toMatchObject({ id: people.own.pupil });
    const second = jarOf(answer);
    expect(second['jalon_refresh']).not.toBe(first['jalon_refresh']);
    expect((await server.call({ url: '/api/home', cookies: second })).statusCode).toBe(200);
  });

  it('ends, with its cookies, where a token comes back after it was exchanged', async () => {
    const first = jarOf(await signInWithCard(people.cards.own));
    const second = jarOf(await post('refresh', undefined, first));
    now += 31_000;
    const again = await post('refresh', undefined, first);
    expect(again.statusCode).toBe(401);
    expect(codeOf(again)).toBe('session-ended');
    expect(jarOf(again)).toEqual({ jalon_access: '', jalon_refresh: '' });
    expect(codeOf(await post('refresh', undefined, second))).toBe('session-ended');
  });

  it('ends when one signs out', async () => {
    const jar = jarOf(await signInWithCard(people.cards.own));
    const answer = await post('end', undefined, jar);
    expect(answer.json()).toEqual({ ended: true });
    expect(jarOf(answer)).toEqual({ jalon_access: '', jalon_refresh: '' });
    for (const { expires } of answer.cookies) expect(expires?.getTime()).toBe(0);
    expect(codeOf(await post('refresh', undefined, jar))).toBe('session-ended');
  });

  it('can be ended twice, or without having begun', async () => {
    expect((await post('end')).json()).toEqual({ ended: true });
  });
});

describe('guessing', () => {
  const wrongCard = (n: number) =>
    `zèbre-zinc-zigzag-${'abcdefghij'.charAt(n % 10)}${'x'.repeat(n)}`;
  const guessFrom = async (address: string, times: number, cookies?: Cookies) => {
    for (let n = 0; n < times; n += 1) await signInWithCard(wrongCard(n), cookies, address);
  };

  it('lets a class of thirty sign in from one address within a minute, slips and all', async () => {
    for (let pupil = 0; pupil < 30; pupil += 1) {
      await guessFrom('192.0.2.7', 3);
      expect((await signInWithCard(people.cards.own, {}, '192.0.2.7')).statusCode).toBe(200);
    }
  });

  it('at cards is stopped for a minute at most, and only where it comes from', async () => {
    await guessFrom('192.0.2.7', 120);
    const refused = await signInWithCard(wrongCard(121), {}, '192.0.2.7');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await signInWithCard(people.cards.own, {}, '192.0.2.8')).statusCode).toBe(200);
    now += 60_000;
    expect((await signInWithCard(people.cards.own, {}, '192.0.2.7')).statusCode).toBe(200);
  });

  it('counts the addresses of one IPv6 network as one', async () => {
    for (let n = 0; n < 120; n += 1) {
      await signInWithCard(wrongCard(n), {}, `2001:db8::${n.toString(16)}`);
    }
    expect((await signInWithCard(wrongCard(0), {}, '2001:db8::ffff')).statusCode).toBe(429);
    expect((await signInWithCard(wrongCard(0), {}, '2001:db8:0:1::1')).statusCode).toBe(401);
  });

  it('from behind an address keeps no known device there from signing in', async () => {
    const { [deviceCookie]: mark } = jarOf(await signInWithCard(people.cards.own, {}, '192.0.2.7'));
    await guessFrom('192.0.2.7', 130);
    expect((await signInWithCard(people.cards.own, {}, '192.0.2.7')).statusCode).toBe(429);
    const known = { [deviceCookie]: mark ?? '' };
    expect((await signInWithCard(people.cards.own, known, '192.0.2.7')).statusCode).toBe(200);
    const forged = { [deviceCookie]: `${mark?.slice(0, -1)}_` };
    expect((await signInWithCard(people.cards.own, forged, '192.0.2.7')).statusCode).toBe(429);
  });

  it('from a known device is counted against whoever vouches for it', async () => {
    const { [deviceCookie]: mark } = jarOf(await signInWithCard(people.cards.own));
    const known = { [deviceCookie]: mark ?? '' };
    await guessFrom('192.0.2.7', 20, known);
    expect((await signInWithCard(wrongCard(21), known, '192.0.2.9')).statusCode).toBe(429);
  });

  it("at a password is stopped from everywhere but its owner's own devices", async () => {
    const { [deviceCookie]: mark } = jarOf(await signInAsStaff(member));
    for (let n = 0; n < 10; n += 1) {
      await signInAsStaff({ ...member, password: 'x' }, {}, `198.51.100.${n}`);
    }
    expect((await signInAsStaff(member, {}, '198.51.100.99')).statusCode).toBe(429);
    const own = { [deviceCookie]: mark ?? '' };
    expect((await signInAsStaff(member, own, '198.51.100.99')).statusCode).toBe(200);
    const { [deviceCookie]: other } = jarOf(await signInWithCard(people.cards.own));
    const pupils = { [deviceCookie]: other ?? '' };
    expect((await signInAsStaff(member, pupils, '198.51.100.99')).statusCode).toBe(429);
  });
});

describe('the general limit', () => {
  it('stops one person who calls too often, and no one else', async () => {
    await server.close();
    server = await createTestServer({ config: { requestsPerMinute: 3 } });
    const session = { url: '/api/session' };
    for (let n = 0; n < 3; n += 1) await server.call(session, actors.pupil);
    const refused = await server.call(session, actors.pupil);
    expect(refused.statusCode).toBe(429);
    expect(codeOf(refused)).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.call(session, actors.teacher)).statusCode).toBe(200);
  });

  it('leaves an address as much as twenty people before they sign in', async () => {
    await server.close();
    server = await createTestServer({ config: { requestsPerMinute: 3 } });
    const statuses = new Map<number, number>();
    for (let n = 0; n < 61; n += 1) {
      const { statusCode } = await server.call({ url: '/api/health' });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect(statuses).toEqual(
      new Map([
        [200, 60],
        [429, 1],
      ]),
    );
  });
});
