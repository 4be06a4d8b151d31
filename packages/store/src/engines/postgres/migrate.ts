import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { needsMigration } from '../schema-version.ts';

/** Any number that nothing else of this database locks by. */
const MIGRATION_LOCK = 4_600_001;

/** Brings a database up to date; of several processes that start at once, one does it. */
export async function migratePostgres(config: pg.ClientConfig, folder: string): Promise<void> {
  const client = new pg.Client({ ...config, options: '-c timezone=UTC' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!needsMigration(folder, await appliedMigration(client))) return;
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

async function appliedMigration(client: pg.Client): Promise<number | null> {
  const known = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as name`);
  const [table]: unknown[] = known.rows;
  if (!isRecord(table) || table.name === null) return null;
  const newest = await client.query(
    'select max(created_at) as at from drizzle.__drizzle_migrations',
  );
  const [row]: unknown[] = newest.rows;
  return isRecord(row) && row.at !== null ? Number(row.at) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
