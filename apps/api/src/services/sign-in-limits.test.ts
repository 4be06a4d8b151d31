import { describe, expect, it } from 'vitest';
import { type Counted, SignInGuard, signInLimits } from './sign-in-limits.ts';

const address: Counted[] = [{ limit: 'address', key: '192.0.2.1' }];
const wrong = () => Promise.resolve(null);
const right = () => Promise.resolve('someone');

function guardAt(start = 0) {
  const now = { ms: start };
  return { now, guard: new SignInGuard(() => new Date(now.ms)) };
}

describe('the limits of signing in', () => {
  it('let a whole school sign in from one address, as right cards do not count', async () => {
    const { guard } = guardAt();
    for (let pupil = 0; pupil < 1000; pupil += 1) {
      expect(await guard.tryOnce(address, right)).toBe('someone');
    }
  });

  it('let a whole school sign in from one address at the same moment', async () => {
    const { guard } = guardAt();
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return 'someone';
    };
    const all = Array.from({ length: 1200 }, () => guard.tryOnce(address, slow));
    expect(await Promise.all(all)).toEqual(all.map(() => 'someone'));
  });

  it('count no try that could not be looked at', async () => {
    const { guard } = guardAt();
    const card: Counted[] = [{ limit: 'card', key: 'a' }];
    for (let n = 0; n < 2 * signInLimits.card.most; n += 1) {
      const broken = guard.tryOnce(card, () => Promise.reject(new Error('the store is away')));
      await expect(broken).rejects.toThrow('the store is away');
    }
    expect(await guard.tryOnce(card, right)).toBe('someone');
  });

  it('let a class of thirty mistype four times each within a minute', async () => {
    const { guard } = guardAt();
    for (let slip = 0; slip < 120; slip += 1) await guard.tryOnce(address, wrong);
    await expect(guard.tryOnce(address, wrong)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('refuse without looking, say when to come back, and let in again then', async () => {
    const { guard, now } = guardAt();
    const card: Counted[] = [{ limit: 'card', key: 'a' }];
    for (let n = 0; n < signInLimits.card.most; n += 1) await guard.tryOnce(card, wrong);
    now.ms = 15_000;
    let looked = false;
    await expect(
      guard.tryOnce(card, async () => {
        looked = true;
        return 'someone';
      }),
    ).rejects.toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 45 });
    expect(looked).toBe(false);
    now.ms = 60_000;
    expect(await guard.tryOnce(card, right)).toBe('someone');
  });

  it('count tries that are made at the same moment', async () => {
    const { guard } = guardAt();
    const account: Counted[] = [{ limit: 'account', key: 'a' }];
    let looked = 0;
    const slow = async () => {
      looked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return null;
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => guard.tryOnce(account, slow)),
    );
    expect(looked).toBe(signInLimits.account.most);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(40);
  });

  it('keep one key from costing another', async () => {
    const { guard } = guardAt();
    for (let n = 0; n < 120; n += 1) await guard.tryOnce(address, wrong);
    expect(await guard.tryOnce([{ limit: 'device', key: '192.0.2.1' }], right)).toBe('someone');
    expect(await guard.tryOnce([{ limit: 'address', key: '192.0.2.2' }], right)).toBe('someone');
  });

  it('keep a bounded number of keys', async () => {
    const guard = new SignInGuard(() => new Date(0), 2);
    const card = (key: string): Counted[] => [{ limit: 'card', key }];
    for (let n = 0; n < signInLimits.card.most; n += 1) await guard.tryOnce(card('a'), wrong);
    await guard.tryOnce(card('b'), wrong);
    await guard.tryOnce(card('c'), wrong);
    expect(await guard.tryOnce(card('a'), right)).toBe('someone');
  });

  it('let no number of right tries push out what was wrong', async () => {
    const guard = new SignInGuard(() => new Date(0), 2);
    const card = (key: string): Counted[] => [{ limit: 'card', key }];
    for (let n = 0; n < signInLimits.card.most; n += 1) await guard.tryOnce(card('a'), wrong);
    for (let n = 0; n < 100; n += 1) await guard.tryOnce(card(`b${n}`), right);
    await expect(guard.tryOnce(card('a'), right)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });
});
