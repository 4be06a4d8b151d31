import { chownSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/server.ts';
import { adoptPostgres, type PostgresAtRisk } from './postgres-at-risk.ts';

const NAME = 'second';
const PATIENCE_MS = 30_000;

/**
 * Copies a running server and has the copy follow it. Resolves once the server acknowledges only
 * what is on its own disk and on the copy's.
 */
export async function makeReplica(primary: PostgresAtRisk): Promise<PostgresAtRisk> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  const { uid, gid } = statSync(primary.folder);
  chownSync(folder, uid, gid);
  primary.ask('pg_basebackup', [
    ...[
      '-D',
      folder,
      '--checkpoint=fast',
      '--wal-method=stream',
      '--write-recovery-conf',
      '--no-sync',
    ],
    ...['-d', `application_name=${NAME}`],
  ]);
  const replica = await adoptPostgres(folder, await freePort(), {});
  query(primary, `alter system set synchronous_standby_names = '${NAME}'`);
  query(primary, 'select pg_reload_conf()');
  const untilMs = performance.now() + PATIENCE_MS;
  while (query(primary, 'select sync_state from pg_stat_replication') !== 'sync') {
    if (performance.now() > untilMs) throw new Error('The replica does not follow.');
    await sleep(100);
  }
  return replica;
}

/** Makes a replica take writes. */
export function promote(replica: PostgresAtRisk): void {
  replica.run('pg_ctl', ['promote', '-w', '-D', replica.folder]);
}

const query = (server: PostgresAtRisk, sql: string): string =>
  server.ask('psql', ['-d', 'postgres', '-At', '-c', sql]).trim();
