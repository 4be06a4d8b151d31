import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from '../testing/test-store.ts';

/** A migrated database of a test's own, whose tables it may change. */
export interface OwnDatabase {
  name: string;
  /** Its address, with more options of the session where they are given. */
  url(options?: string): string;
  urlAs(user: string): string;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<unknown[]>;
  client: pg.Client;
  drop(): Promise<void>;
}

/** Makes one on the server of the tests. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const server = process.env.JALON_TEST_POSTGRES;
  if (server === undefined) throw new Error('The tests run on no PostgreSQL.');
  const name = `own_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await once(server, `create database ${name} template ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = name;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return {
    name,
    client,
    url(options = '') {
      const own = new URL(url);
      if (options !== '') own.searchParams.set('options', options);
      return own.href;
    },
    urlAs(user) {
      const own = new URL(url);
      own.username = user;
      return own.href;
    },
    run: async (sql) => void (await client.query(sql)),
    rows: async (sql) => (await client.query(sql)).rows,
    async drop() {
      await client.end();
      await once(server, `drop database ${name} with (force)`);
    },
  };
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
