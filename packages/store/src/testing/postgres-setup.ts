import { openStore } from '../store.ts';
import { startPostgres } from './postgres-server.ts';
import { TEMPLATE } from './test-store.ts';
import pg from 'pg';

/** For a run of the tests on PostgreSQL: a server, with a migrated database to copy for each. */
export default async function setup(): Promise<() => Promise<void>> {
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
  process.env.JALON_TEST_POSTGRES = server.url('postgres');
  return () => server.stop();
}
