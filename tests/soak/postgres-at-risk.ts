import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresServer, startPostgres } from '@jalon/store/testing';
import { findPostgres, runPostgres } from '../../packages/store/src/testing/postgres-server.ts';

const GONE_MS = 30_000;

/** A PostgreSQL server that may be ended in any way and started again on the same folder. */
export interface PostgresAtRisk {
  folder: string;
  port: number;
  url(database: string): string;
  /** SIGKILL of the postmaster and of every process of its: what a power cut leaves to recover. */
  kill(): Promise<void>;
  /** `fast`: SIGINT, ends transactions and stops. `immediate`: SIGQUIT, recovers at the next start. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** Holds every process of it, as a machine that does not answer; `false` lets them go on. */
  freeze(isFrozen: boolean): void;
  start(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Runs one of PostgreSQL's programs as the server's user. Throws where it fails. */
  run(program: string, words: readonly string[]): string;
  /** Runs one of its client programs on this server. Throws where it fails. */
  ask(program: string, words: readonly string[]): string;
  /** Stops it, and removes its folder. */
  remove(): Promise<void>;
}

/** What acknowledged means: on the disk. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** Makes an empty server on loopback, with these settings besides those of durability. */
export async function makePostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresAtRisk> {
  return atRisk(await startPostgres({ ...durable, ...settings }), settings);
}

/** Runs a folder that holds a server's data: a replica, or a copy. */
export async function adoptPostgres(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<PostgresAtRisk> {
  const running = await runPostgres(binaries(), folder, port, { ...durable, ...settings });
  return atRisk(running, settings);
}

function atRisk(first: PostgresServer, settings: Readonly<Record<string, string>>): PostgresAtRisk {
  const { folder, port, url } = first;
  const { uid, gid } = statSync(folder);
  let running = first.process;
  let chosen = settings;
  const hasEnded = () => running.exitCode !== null || running.signalCode !== null;
  const processes = (): number[] =>
    running.pid === undefined || hasEnded() ? [] : [running.pid, ...childrenOf(running.pid)];
  const signalAll = (signal: NodeJS.Signals) => {
    const all = processes();
    for (const pid of all) send(pid, signal);
    return all;
  };
  const atExit = () => {
    const pid = pidOfFolder(folder);
    if (pid !== null) send(pid, 'SIGKILL');
  };
  process.once('exit', atExit);

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (hasEnded()) return;
    const exited = once(running, 'exit');
    running.kill(signal);
    await exited;
  }

  function run(program: string, words: readonly string[]): string {
    const ran = spawnSync(join(binaries(), program), words, {
      uid,
      gid,
      encoding: 'utf8',
      cwd: '/',
    });
    if (ran.status !== 0) throw new Error(`${program} failed:\n${ran.stdout}${ran.stderr}`);
    return ran.stdout;
  }

  return {
    folder,
    port,
    url,
    async kill() {
      if (hasEnded()) return;
      const exited = once(running, 'exit');
      const all = signalAll('SIGKILL');
      await exited;
      // Whoever was born meanwhile sees that the postmaster has gone, and goes.
      const untilMs = performance.now() + GONE_MS;
      while (all.some(isThere) && performance.now() < untilMs) await sleep(5);
    },
    stop: (how) => stop(how === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    freeze: (isFrozen) => void signalAll(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    async start(others) {
      chosen = others ?? chosen;
      running = (await runPostgres(binaries(), folder, port, { ...durable, ...chosen })).process;
    },
    run,
    ask: (program, words) =>
      run(program, ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', ...words]),
    async remove() {
      await stop('SIGINT');
      process.off('exit', atExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const found = findPostgres();
  if (found === null) throw new Error('PostgreSQL is not there.');
  return found;
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** The postmaster that holds a folder, even one that is only starting. */
function pidOfFolder(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) ? pid : null;
  } catch {
    return null;
  }
}

/** Whether a process is there and more than a name that waits for its parent. */
function isThere(pid: number): boolean {
  if (!send(pid, 0)) return false;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}
