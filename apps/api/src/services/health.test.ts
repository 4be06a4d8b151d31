import { StoreUnavailable } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestServices } from '../testing/test-services.ts';
import type { ServiceContext } from './context.ts';
import { createHealth, type Health } from './health.ts';

let test: TestStore;
let services: ServiceContext;
let health: Health;
let nowMs: number;
beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 24, 8);
  test = await openTestStore();
  services = await createTestServices({ store: test.store, clock: () => new Date(nowMs) });
  health = createHealth(services);
});

const full = new StoreUnavailable('not kept', { cause: new Error('disk full') });
const later = (ms: number) => (nowMs += ms);

describe('a process', () => {
  it('is ready without a write where everyday work shows that writes are taken', async () => {
    const write = vi.spyOn(services.store, 'write');
    await health.check();
    later(59_000);
    await services.store.write(services.store.change.forgetTokensExpiredBefore(new Date(0)));
    await health.check();
    later(59_000);
    await health.check();
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('writes a little after a quiet minute, which leaves nothing behind', async () => {
    later(60_000);
    const before = services.store.figures().commits;
    await health.check();
    expect(services.store.figures().commits).toBe(before + 1);
    expect(await test.rows('select * from refresh_token')).toEqual([]);
  });

  it('whose last write failed tries one, and is ready again once it is taken', async () => {
    const failure = vi.spyOn(services.store, 'writeFailure').mockReturnValue(full);
    const write = vi.spyOn(services.store, 'write').mockRejectedValue(full);
    await expect(health.check()).rejects.toBe(full);
    later(1_000);
    write.mockRestore();
    await health.check();
    failure.mockRestore();
  });

  it('that cannot be read is not ready', async () => {
    vi.spyOn(services.store.read.identity, 'schoolCount').mockRejectedValue(full);
    await expect(health.check()).rejects.toBe(full);
  });

  it('that has too much to do stays ready: elsewhere it may be no better', async () => {
    vi.spyOn(services.store, 'write').mockRejectedValue(new StoreUnavailable('too much waits'));
    later(60_000);
    await health.check();
  });

  it('looks once a second, however many ask', async () => {
    const read = vi.spyOn(services.store.read.identity, 'schoolCount');
    await Promise.all([health.check(), health.check()]);
    later(999);
    await health.check();
    expect(read).toHaveBeenCalledTimes(1);
    later(1);
    await health.check();
    expect(read).toHaveBeenCalledTimes(2);
  });
});
