import pg from 'pg';
import { expect, it } from 'vitest';
import { StoreUnavailable } from '../../index.ts';
import { openTestStore } from '../../testing/index.ts';
import { createWriter } from './write.ts';

it('a connection on which the server stops answering is thrown away with its batch', async () => {
  const test = await openTestStore();
  const pool = new pg.Pool({ connectionString: test.url, max: 1, query_timeout: 300 });
  const { write } = createWriter(pool, 10);
  await write([{ sql: 'select 1', params: [] }]);
  expect(pool.totalCount).toBe(1);

  const unanswered = write([{ sql: 'select pg_sleep(5)', params: [] }]);
  await expect(unanswered).rejects.toBeInstanceOf(StoreUnavailable);
  expect(pool.totalCount).toBe(0);

  await write([{ sql: 'select 1', params: [] }]);
  await pool.end();
  await test.close();
});

it('a connection that is cut between two statements of a batch fails that batch alone', async () => {
  const test = await openTestStore();
  const cutOthers = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'jalon'`;
  const outcomes = Promise.allSettled(
    Array.from({ length: 30 }, (_, index) =>
      test.store.write(
        ...Array.from({ length: 1 + (index % 5) }, () => ({ sql: 'select 1', params: [] })),
      ),
    ),
  );
  for (let cut = 0; cut < 5; cut += 1) await test.run(cutOthers);
  for (const outcome of await outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
  }
  await expect.poll(() => test.store.read.identity.schoolCount(), { timeout: 5_000 }).toBe(0);
  await test.close();
});
