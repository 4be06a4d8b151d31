import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '@jalon/store/testing';

export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

/** Where a benchmark's databases are made. */
export interface Databases {
  /** The address of a new, empty one. */
  fresh(): Promise<string>;
  /** Of PostgreSQL: the process of the server. */
  pid: number | null;
  stop(): Promise<void>;
}

/**
 * Databases of an engine, below a folder or on a PostgreSQL of their own (`fsync` on, as it comes
 * but for `settings`).
 */
export async function openDatabases(
  engine: EngineName,
  folder: string,
  settings: Record<string, string> = {},
): Promise<Databases> {
  if (engine === 'sqlite') {
    return {
      fresh: async () => `file:${join(mkdtempSync(join(folder, 'database-')), 'jalon.sqlite')}`,
      pid: null,
      stop: async () => undefined,
    };
  }
  const server = await startPostgres(settings);
  let made = 0;
  return {
    async fresh() {
      made += 1;
      const client = new pg.Client({ connectionString: server.url('postgres') });
      await client.connect();
      await client.query(`create database bench_${made}`);
      await client.end();
      return server.url(`bench_${made}`);
    },
    pid: server.process.pid ?? null,
    stop: () => server.stop(),
  };
}
