import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Conflict, openStore, type Store, StoreUnavailable } from '../../index.ts';
import { anAttempt, idOf, openTestStore, seedSchool, type TestStore } from '../../testing/index.ts';
import { createWriter } from './write.ts';

let test: TestStore;
let store: Store;
let other: Store;
beforeEach(async () => {
  test = await openTestStore();
  store = test.store;
  await seedSchool(store);
  other = await openStore(test.url, { connections: 2 });
});
afterEach(async () => {
  await other.close();
  await test.close();
});

/** Ends every connection of the product to this database, as a restart of the server does. */
const cutConnections = () =>
  test.run(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'jalon'`,
  );

describe('notices', () => {
  it('reach the processes that serve the same database, and the sender once', async () => {
    const here = vi.fn();
    const there = vi.fn();
    store.notices.listen(here);
    other.notices.listen(there);
    store.notices.send('one');
    store.notices.send('two');
    await vi.waitFor(() => expect(there.mock.calls).toEqual([['one'], ['two']]));
    expect(here.mock.calls).toEqual([['one'], ['two']]);
  });

  it('say that some may be missing where the line was cut, and go on', async () => {
    const there = vi.fn();
    other.notices.listen(there);
    await cutConnections();
    await vi.waitFor(() => expect(there).toHaveBeenCalledWith(null), { timeout: 5_000 });
    store.notices.send('after');
    await vi.waitFor(() => expect(there).toHaveBeenCalledWith('after'));
  });
});

describe('a read replica', () => {
  it('is where cohorts are counted, and nothing else', async () => {
    const copy = await openTestStore();
    const reading = await openStore(test.url, { replicaUrl: copy.url });
    expect(await store.read.cohorts.yearGroups()).toHaveLength(1);
    expect(await reading.read.cohorts.yearGroups()).toEqual([]);
    expect(await reading.read.identity.schoolCount()).toBe(1);
    await reading.close();
    await copy.close();
  });
});

describe('connections that are cut', () => {
  it('refuse what was under way, if anything, and serve what comes next without hands', async () => {
    const outcomes = Promise.allSettled(
      Array.from({ length: 20 }, () => store.read.identity.schoolCount()),
    );
    await cutConnections();
    for (const outcome of await outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
    }
    await vi.waitFor(async () => expect(await store.read.identity.schoolCount()).toBe(1));
    await store.write(store.change.addAttempt(anAttempt()));
  });
});

describe('a batch', () => {
  it('that stands in another’s way is begun again, and both are kept', async () => {
    const [a, b] = [idOf('t1'), idOf('t2')];
    const rename = (id: string) => ({
      sql: `update staff set name = name || '!' where id = $1`,
      params: [id],
      mustChange: 1,
    });
    const slowly = { sql: 'select pg_sleep(0.05)', params: [] };
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0
          ? store.write(rename(a), slowly, rename(b))
          : other.write(rename(b), slowly, rename(a)),
      ),
    );
    expect(store.figures().retried + other.figures().retried).toBeGreaterThan(0);
    const names = await test.rows(`select name from staff order by name`);
    expect(names).toEqual([{ name: 'T1!!!!!!' }, { name: 'T2!!!!!!' }]);
  });

  it('that comes while too many wait is refused, and the others are kept', async () => {
    const pool = new pg.Pool({ connectionString: test.url, max: 1 });
    const { write, counts } = createWriter(pool, 2);
    const slowly = [{ sql: 'select pg_sleep(0.05)', params: [] }];
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => write(slowly)));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(counts.refused);
    expect(counts.refused).toBeGreaterThan(0);
    await write(slowly);
    await pool.end();
  });

  it('that breaks a reference is a conflict', async () => {
    const lost = anAttempt({ pupilId: idOf('nobody') });
    await expect(store.write(store.change.addAttempt(lost))).rejects.toThrow(Conflict);
  });
});
