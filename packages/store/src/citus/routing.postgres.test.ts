import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../engines/postgres/open.ts';
import { storeOver, type Store } from '../store.ts';
import { manyShards } from './many-shards.ts';
import {
  makePartitioned,
  PARTITIONED,
  type Reach,
  reaches,
  reachOf,
  type SqlText,
} from './partitioned.ts';
import { sampleChanges } from './sample-changes.ts';
import { sampleReads } from './sample-reads.ts';
import { type OwnDatabase, ownDatabase } from './testing-database.ts';

let database: OwnDatabase;
let store: Store;
let pool: pg.Pool;
let asked: SqlText[] = [];
beforeAll(async () => {
  database = await ownDatabase();
  await makePartitioned(database);
  await database.run(`set search_path = ${PARTITIONED}`);
  const engine = await openPostgres(database.url(), {
    connections: 1,
    mostWaiting: 10,
    replicaUrl: null,
  });
  const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
  pool = new pg.Pool({
    connectionString: database.url(),
    options: `-c search_path=${PARTITIONED}`,
    max: 3,
  });
  const db = drizzle({ client: pool, casing: 'snake_case', logger });
  store = storeOver({ ...engine, db, replica: db });
});
afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

/** The widest reach of some queries. */
async function widest(queries: readonly SqlText[]): Promise<Reach> {
  let reached: Reach = 'none';
  for (const query of queries) {
    const reach = await reachOf(database.client, query);
    if (reaches.indexOf(reach) > reaches.indexOf(reached)) reached = reach;
  }
  return reached;
}

/** The names of some queries whose reach is wider than one shard, with that reach. */
async function wide(queries: Record<string, () => Promise<readonly SqlText[]>>) {
  const found: Record<string, Reach> = {};
  for (const [name, given] of Object.entries(queries)) {
    const reach = await widest(await given());
    if (reach === 'many' || reach === 'apart') found[name] = reach;
  }
  return found;
}

const known = (ofChanges: boolean) =>
  Object.fromEntries(
    Object.entries(manyShards)
      .filter(([name]) => name.startsWith('change.') === ofChanges)
      .map(([name, { reach }]) => [name, reach]),
  );

describe('the questions of the store', () => {
  /** It is SQLite's alone. */
  const notHere = 'rows.sqliteFile';

  it('are all looked at', () => {
    const names = Object.entries(store.read).flatMap(([group, reads]) =>
      Object.keys(reads).map((name) => `${group}.${name}`),
    );
    const sampled = Object.keys(sampleReads(store)).map((name) => name.replace(/ .*/, ''));
    expect([...new Set([...sampled, notHere])].sort()).toEqual(names.sort());
  });

  it('speak to one shard each, but for those that are named', async () => {
    const queries = Object.entries(sampleReads(store)).map(([name, ask]) => [
      name,
      async () => {
        asked = [];
        await ask();
        expect(asked, name).not.toEqual([]);
        return asked;
      },
    ]);
    expect(await wide(Object.fromEntries(queries))).toEqual(known(false));
  });
});

describe('the changes of the store', () => {
  it('are all looked at', () => {
    expect(Object.keys(sampleChanges(store)).sort()).toEqual(Object.keys(store.change).sort());
  });

  it('speak to one shard each, but for those that are named', async () => {
    const queries = Object.entries(sampleChanges(store)).map(([name, make]) => [
      `change.${name}`,
      async () => [make()].flat(),
    ]);
    expect(await wide(Object.fromEntries(queries))).toEqual(known(true));
  });
});

describe('what tells one shard from many', () => {
  const reach = (sql: string, ...params: unknown[]) => reachOf(database.client, { sql, params });
  const school = '00000000-0000-7000-8000-000000000001';

  it('sees a school named, carried through joins, or not at all', async () => {
    expect(await reach('select * from attempt where school_id = $1', school)).toBe('one');
    expect(
      await reach(
        'select * from attempt a join pupil p on p.school_id = a.school_id where a.school_id = $1',
        school,
      ),
    ).toBe('one');
    expect(await reach('select * from attempt where id = $1', school)).toBe('many');
    expect(
      await reach(
        'select * from attempt a join pupil p on p.id = a.pupil_id where a.school_id = $1',
        school,
      ),
    ).toBe('many');
    expect(await reach('delete from response where attempt_id = $1', school)).toBe('many');
  });

  it('sees two tables of one query that do not lie beside each other', async () => {
    expect(
      await reach(
        `select * from card c join pupil p on p.id = c.pupil_id
         where c.digest = 'd' and p.school_id = $1`,
        school,
      ),
    ).toBe('apart');
  });

  it('sees tables that lie on every server, or on one, as no shard', async () => {
    expect(await reach('select * from staff where email = $1', 'e')).toBe('none');
    expect(await reach('select * from job')).toBe('none');
  });
});
