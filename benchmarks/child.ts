import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ready = z.object({ origin: z.string(), tokens: z.array(z.string()) });

/** A server of this folder, in a process of its own. */
export interface Child {
  origin: string;
  tokens: readonly string[];
  pid: number;
  /** From the start of its process until it could be asked, in milliseconds. */
  startMs: number;
  stop(): Promise<void>;
}

/** Starts a server of this folder in its own process; gives where it is and how to end it. */
export async function startChild(file: string, args: readonly string[]): Promise<Child> {
  const begunMs = performance.now();
  // As the product is started (scripts/start.mjs).
  const execArgv = ['--max-semi-space-size=64'];
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv });
  const exited = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error(`${file} stopped before it was ready.`))),
  ]);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} has no process.`);
  return {
    ...ready.parse(message),
    pid,
    startMs: performance.now() - begunMs,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
