import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ready = z.object({ origin: z.string(), tokens: z.array(z.string()) });

/** Starts a server of this folder in its own process; gives where it is and how to end it. */
export async function startChild(file: string, args: readonly string[]) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
  const exited = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error(`${file} stopped before it was ready.`))),
  ]);
  return {
    ...ready.parse(message),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
