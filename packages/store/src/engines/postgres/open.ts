import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { postgresTables } from '../dialect.ts';
import type { Engine } from '../engine.ts';
import { explainPostgres } from './explain.ts';
import { migratePostgres } from './migrate.ts';
import { postgresNotices } from './notices.ts';
import { createWriter } from './write.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations/postgres', import.meta.url));

export interface PostgresOptions {
  /** Connections that this process may hold, besides the one that listens. */
  connections: number;
  /** Batches that may wait for a connection; more are refused. */
  mostWaiting: number;
  /** A read replica for long counts. */
  replicaUrl: string | null;
}

/** Instants are told in UTC, and nothing may hold a lock or a connection for long. */
const sessionSettings = [
  ['timezone', 'UTC'],
  ['statement_timeout', '30s'],
  ['lock_timeout', '5s'],
  ['idle_in_transaction_session_timeout', '10s'],
]
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** Longer than the server lets a statement run: it is the server itself that does not answer. */
const SILENT_MS = 35_000;

const configOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  options: sessionSettings,
  application_name: 'jalon',
  connectionTimeoutMillis: 5_000,
  query_timeout: SILENT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

/** Connects to a PostgreSQL database and migrates it. Rejects with `NewerSchema` or the driver's error. */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Engine> {
  const config = configOf(url);
  await migratePostgres(config, migrationsFolder);
  const pool = poolOf(config, options.connections);
  const replicaPool =
    options.replicaUrl === null ? null : poolOf(configOf(options.replicaUrl), options.connections);
  const { write, counts } = createWriter(pool, options.mostWaiting);
  const { notices, connect, close } = postgresNotices(pool, config);
  await connect();
  const db = drizzle({ client: pool, casing: 'snake_case' });
  return {
    kind: 'postgres',
    db,
    replica: replicaPool ? drizzle({ client: replicaPool, casing: 'snake_case' }) : db,
    tables: postgresTables,
    write,
    notices,
    backUp: () => null,
    figures: () => ({ ...counts, waiting: pool.waitingCount }),
    explain: explainPostgres,
    async close() {
      await close();
      await pool.end();
      await replicaPool?.end();
    },
  };
}

function poolOf(config: pg.ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...config, max, idleTimeoutMillis: 30_000 });
  // A connection that dies while nobody uses it is replaced by the next who needs one.
  pool.on('error', () => undefined);
  // One that dies in somebody's hands between two questions fails their next one; unheard, its
  // error would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
