import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE_MS = 120_000;
const MOST_CHARACTERS_KEPT = 8_000;

/** What a server is started with. */
export interface ServerSettings {
  /** The file that `bundleProduct` made. */
  bundle: string;
  port: number;
  env: Readonly<Record<string, string | number>>;
  /** Modules loaded before the product. */
  preload?: readonly string[];
}

/** A server of the product that a fault run may end at any moment. */
export interface ServerAtRisk {
  process: ChildProcess;
  /** Starts what was loaded. Resolves when it answers; rejects where it ended before that. */
  start(): Promise<void>;
  /** Tells something to a preloaded module. */
  tell(message: object): void;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** SIGTERM, and waits until it has gone. */
  stop(): Promise<void>;
  /** Whether it ended though nobody asked it to. */
  hasCrashed(): boolean;
  /** The last of what it wrote. */
  said(): string;
}

/** Loads the product in a process of its own, without starting it. */
export function loadServer({ bundle, port, env, preload = [] }: ServerSettings): ServerAtRisk {
  const given = Object.entries(env).map(([name, value]) => [name, String(value)]);
  const child = spawn(
    process.execPath,
    [...preload.flatMap((module) => ['--import', module]), bundle],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(port),
        JALON_DEMO: 'off',
        JALON_LOG: 'error',
        JALON_ORIGIN: `http://127.0.0.1:${port}`,
        JALON_REQUESTS_PER_MINUTE: '1000000',
        ...Object.fromEntries(given),
      },
    },
  );
  let said = '';
  let isEndAsked = false;
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-MOST_CHARACTERS_KEPT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // An end that is asked for may cut a message short.
  child.on('error', () => undefined);
  const exited = once(child, 'exit');
  const loaded = once(child, 'message');
  loaded.catch(() => undefined);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  async function soon<T>(what: Promise<T>): Promise<void> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    await Promise.race([what, exited, once(patience, 'abort')]);
    if (isEndAsked) return;
    if (hasEnded()) throw new Error(`The server ended (${child.exitCode}):\n${said}`);
    if (patience.aborted) throw new Error(`The server did not start:\n${said}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    isEndAsked = true;
    if (!hasEnded()) child.kill(signal);
    await exited;
  }

  return {
    process: child,
    async start() {
      await soon(loaded);
      if (isEndAsked) return;
      const answers = once(child, 'message');
      child.send('start');
      await soon(answers);
    },
    tell: (message) => void child.send(message),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    hasCrashed: () => hasEnded() && !isEndAsked,
    said: () => said,
  };
}
