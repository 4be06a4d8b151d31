import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of its own, in a temporary folder, on loopback. */
export interface PostgresServer {
  /** The address of a database of this server. */
  url(database: string): string;
  folder: string;
  port: number;
  process: ChildProcess;
  /** Asks it to stop, waits until it has, and removes the folder. */
  stop(): Promise<void>;
}

const START_MS = 60_000;

/** Where PostgreSQL's programs are: `JALON_POSTGRES_BIN`, or where Debian puts them; or `null`. */
export function findPostgres(): string | null {
  const chosen = process.env.JALON_POSTGRES_BIN;
  if (chosen) return existsSync(join(chosen, 'initdb')) ? chosen : null;
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions)
    .filter((version) => existsSync(join(versions, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return newest[0] === undefined ? null : join(versions, newest[0], 'bin');
}

/**
 * Starts a server on a free port of loopback. `settings` are its own (`fsync: 'off'` for tests that
 * need speed and no durability).
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const bin = findPostgres();
  if (bin === null) {
    throw new Error(
      'PostgreSQL is not there: install it (Debian, Ubuntu: `sudo apt-get install postgresql`) or set JALON_POSTGRES_BIN to the folder of its programs.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'jalon-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...user, encoding: 'utf8', cwd: '/' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  return runPostgres(bin, folder, await freePort(), settings);
}

/** Runs a server on a folder that holds its data. */
export async function runPostgres(
  bin: string,
  folder: string,
  port: number,
  settings: Record<string, string>,
): Promise<PostgresServer> {
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const child = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      folder,
      '-p',
      String(port),
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...unprivileged(), stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const deadline = Date.now() + START_MS;
  while (!(await answers(url('postgres')))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`PostgreSQL did not start:\n${said}`);
    }
    await pause(50);
  }
  return {
    url,
    folder,
    port,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGINT');
        await exited;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** PostgreSQL refuses to run as root: where we do, the user that its package makes. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout;
  const [uid, gid] = [Number(idOf('-u')), Number(idOf('-g'))];
  if (!uid || !gid) throw new Error('This is root, and there is no user "postgres" to run as.');
  return { uid, gid };
}
