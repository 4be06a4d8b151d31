import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));

/** A server of the product, in a process of its own, on loopback. */
export interface RunningServer {
  origin: string;
  process: ChildProcess;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Starts the product with these settings and waits until it answers (at most two minutes). */
export async function startServer(
  settings: { data: string; port?: number } & Record<string, string | number | undefined>,
): Promise<RunningServer> {
  const { data, port = await freePort(), ...others } = settings;
  const origin = `http://127.0.0.1:${port}`;
  const given = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      JALON_DATA: data,
      JALON_LOG: 'error',
      ...Object.fromEntries(given),
    },
  });
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server stopped:\n${said}`);
    if (await answers(origin)) {
      return { origin, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await end('SIGKILL');
  throw new Error(`The server did not answer in two minutes:\n${said}`);
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/health`)).ok;
  } catch {
    return false;
  }
}
