import type { Store } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { people, seedTwoSchools, uuid } from '../testing/two-schools.ts';
import { deriveKeys } from './keys.ts';
import { findPerson } from './people.ts';
import { endSession, openSession, renewSession } from './session.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

let test: TestStore;
let store: Store;
let now: number;
let ids: number;
const clock = () => new Date(now);
const context = () => ({ store, clock, newId: () => uuid((ids += 1)) });

async function signIn(role: 'pupil' | 'teacher' = 'pupil') {
  const person = await findPerson(store, {
    role,
    id: people.own[role],
    schoolId: people.own.school,
  });
  if (!person) throw new Error('Nobody to sign in.');
  return openSession(context(), person);
}

beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  ids = 0;
  test = await openTestStore();
  store = test.store;
  const release = { version: '1.0.0', framework: 'small', sha256: 'a', publishedAt: clock() };
  await store.write(store.change.publishRelease(release));
  const keys = deriveKeys('a secret of the tests');
  await seedTwoSchools(store, { keys, releaseVersion: '1.0.0', at: clock() });
});

describe('a session', () => {
  it('is renewed by a token that is another each time', async () => {
    const first = await signIn();
    const second = await renewSession(context(), first.refreshToken);
    const third = await renewSession(context(), second.refreshToken);
    expect(new Set([first, second, third].map((one) => one.refreshToken)).size).toBe(3);
    expect(third.person).toEqual(first.person);
  });

  it('keeps nothing by which its tokens could be told', async () => {
    const { refreshToken } = await signIn();
    expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
    expect(await store.read.identity.refreshToken(refreshToken)).toBeNull();
  });

  it('of a pupil ends with the school day, however often it is renewed', async () => {
    let { refreshToken, expiresAt } = await signIn('pupil');
    expect(expiresAt.getTime() - now).toBe(12 * HOUR);
    for (let hour = 0; hour < 11; hour += 1) {
      now += HOUR;
      ({ refreshToken, expiresAt } = await renewSession(context(), refreshToken));
    }
    now = expiresAt.getTime();
    await expect(renewSession(context(), refreshToken)).rejects.toMatchObject({
      code: 'session-ended',
    });
  });

  it('of a teacher lasts a week', async () => {
    const { expiresAt } = await signIn('teacher');
    expect(expiresAt.getTime() - now).toBe(7 * 24 * HOUR);
  });

  it('lets two tabs renew with the same token, one just after the other', async () => {
    const first = await signIn();
    const one = await renewSession(context(), first.refreshToken);
    now += 30 * SECOND;
    const other = await renewSession(context(), first.refreshToken);
    await renewSession(context(), one.refreshToken);
    await renewSession(context(), other.refreshToken);
  });

  it('lets two tabs renew with the same token at the same moment', async () => {
    const { refreshToken } = await signIn();
    const renewed = await Promise.all(
      Array.from({ length: 4 }, () => renewSession(context(), refreshToken)),
    );
    expect(new Set(renewed.map((one) => one.refreshToken)).size).toBe(4);
    for (const one of renewed) await renewSession(context(), one.refreshToken);
  });

  it('ends for everyone where a token is used again after a while: it was stolen', async () => {
    const first = await signIn();
    const thief = await renewSession(context(), first.refreshToken);
    now += 31 * SECOND;
    await expect(renewSession(context(), first.refreshToken)).rejects.toMatchObject({
      code: 'session-ended',
    });
    await expect(renewSession(context(), thief.refreshToken)).rejects.toMatchObject({
      code: 'session-ended',
    });
  });

  it('that is stolen costs no other session of the same person', async () => {
    const [stolen, other] = [await signIn(), await signIn()];
    await renewSession(context(), stolen.refreshToken);
    now += HOUR;
    await expect(renewSession(context(), stolen.refreshToken)).rejects.toThrow();
    expect((await renewSession(context(), other.refreshToken)).person).toEqual(other.person);
  });

  it('that was ended is renewed by none of its tokens', async () => {
    const first = await signIn();
    const second = await renewSession(context(), first.refreshToken);
    await endSession(context(), second.refreshToken);
    for (const { refreshToken } of [first, second]) {
      await expect(renewSession(context(), refreshToken)).rejects.toMatchObject({
        code: 'session-ended',
      });
    }
  });

  it('leaves nothing in the store once it has expired', async () => {
    const { refreshToken, expiresAt } = await signIn();
    const { person } = await renewSession(context(), refreshToken);
    await store.write(store.change.forgetTokensExpiredBefore(expiresAt));
    expect((await renewSession(context(), refreshToken)).person).toEqual(person);
    await store.write(store.change.forgetTokensExpiredBefore(new Date(expiresAt.getTime() + 1)));
    await expect(renewSession(context(), refreshToken)).rejects.toThrow();
  });

  it('is not renewed by words that are no token', async () => {
    await expect(renewSession(context(), 'x')).rejects.toMatchObject({ code: 'session-ended' });
  });
});
