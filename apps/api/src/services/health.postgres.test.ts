import { openStore } from '@jalon/store';
import { startPostgres } from '@jalon/store/testing';
import { expect, it } from 'vitest';
import { createTestServices } from '../testing/test-services.ts';
import { createHealth } from './health.ts';

/** The database that becomes one that only reads, looked after from another of the same server. */
const DATABASE = 'template1';

it('notices that the database only reads, as after a fail-over, and when it takes writes again', async () => {
  const server = await startPostgres({ fsync: 'off' });
  const administrator = await openStore(server.url('postgres'));
  const store = await openStore(server.url(DATABASE));
  const become = async (setting: string) => {
    await administrator.write({ sql: `alter database ${DATABASE} ${setting}`, params: [] });
    const sql = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
    await administrator.write({ sql, params: [DATABASE] });
  };
  try {
    let nowMs = Date.now();
    const health = createHealth(await createTestServices({ store, clock: () => new Date(nowMs) }));
    const check = async () => {
      nowMs += 61_000;
      return health.check().then(
        () => 'ready',
        (error: unknown) => error,
      );
    };
    expect(await check()).toBe('ready');
    await become('set default_transaction_read_only = on');
    await expect.poll(check).toMatchObject({ name: 'StoreUnavailable', cause: { code: '25006' } });
    await become('reset default_transaction_read_only');
    await expect.poll(check).toBe('ready');
  } finally {
    await store.close();
    await administrator.close();
    await server.stop();
  }
}, 60_000);
