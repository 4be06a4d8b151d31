import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import pg from 'pg';
import { postgresTables } from '../engines/dialect.ts';
import { openStore, type Store, type StoreOptions } from '../store.ts';
import { leftOpen } from './left-open.ts';

/** An empty store of a test's own, and SQL of the same database. */
export interface TestStore {
  store: Store;
  url: string;
  /** Asks by SQL that both engines understand. */
  rows(query: string): Promise<unknown[]>;
  /** Changes by SQL that both engines understand; triggers watch. */
  run(statement: string): Promise<void>;
  /** Changes what nobody may change: no trigger watches. */
  tamper(statement: string): Promise<void>;
  /** Closes the store, and leaves nothing behind. */
  close(): Promise<void>;
}

/** The server whose databases tests use; where there is none, they use SQLite. */
const serverUrl = (): string | undefined => process.env.JALON_TEST_POSTGRES;

/** The database that every other is made from: migrated once, by whoever started the server. */
export const TEMPLATE = 'jalon_template';

/** Opens one, on the engine that this run of the tests is about. */
export async function openTestStore(options: StoreOptions = {}): Promise<TestStore> {
  const server = serverUrl();
  const made = server === undefined ? await onSqlite(options) : await onPostgres(server, options);
  const open = leftOpen();
  const close = async () => {
    if (open.delete(close)) await made.close();
  };
  open.add(close);
  return { ...made, close };
}

async function onSqlite(options: StoreOptions): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-store-'));
  const file = join(folder, 'jalon.sqlite');
  const store = await openStore(`file:${file}`, options);
  const connection = new Database(file);
  const run = async (statement: string) => void connection.exec(statement);
  return {
    store,
    url: `file:${file}`,
    rows: async (query) => connection.prepare(query).all(),
    run,
    tamper: (statement) => run(`drop trigger if exists response_append_only; ${statement}`),
    async close() {
      connection.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Databases in use, by number: a worker uses its own again and again, emptied. */
const inUse = new Set<number>();

async function onPostgres(server: string, options: StoreOptions): Promise<TestStore> {
  let number = 0;
  while (inUse.has(number)) number += 1;
  inUse.add(number);
  const url = new URL(server);
  url.pathname = `test_${process.env.VITEST_POOL_ID ?? process.pid}_${number}`;
  const client = await connectTo(server, url);
  await client.query(emptyAll);
  const store = await openStore(url.href, { connections: 4, ...options });
  const run = async (statement: string) => void (await client.query(statement));
  return {
    store,
    url: url.href,
    rows: async (query) => (await client.query(query)).rows,
    run,
    tamper: (statement) =>
      run(`set session_replication_role = replica; ${statement}; reset session_replication_role`),
    async close() {
      await store.close();
      await client.end();
      inUse.delete(number);
    },
  };
}

const emptyAll = [
  'set session_replication_role = replica',
  ...Object.values(postgresTables).map((table) => `delete from ${getTableName(table)}`),
  'reset session_replication_role',
].join(';');

/** Connects to a test's database, which is made where it is not there yet. */
async function connectTo(server: string, url: URL): Promise<pg.Client> {
  try {
    return await connected(url.href);
  } catch {
    const administrator = await connected(server);
    await administrator.query(`create database ${url.pathname.slice(1)} template ${TEMPLATE}`);
    await administrator.end();
    return connected(url.href);
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
