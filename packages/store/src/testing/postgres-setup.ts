import { openStore } from '../store.ts';
import { startPostgres } from './postgres-server.ts';
import { TEMPLATE } from './test-store.ts';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the PostgreSQL that the tests of this project make their databases on. */
    postgresServer: string;
  }
}

/** For a run of the tests on PostgreSQL: a server, with a migrated database to copy for each. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({
    // The tests want its answers; what outlives a power cut is looked at elsewhere.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    deadlock_timeout: '100ms',
  });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await (await openStore(server.url(TEMPLATE))).close();
  project.provide('postgresServer', server.url('postgres'));
  return () => server.stop();
}
