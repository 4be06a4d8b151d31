import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 1_000;
const PAGE = Buffer.alloc(4096, 1);

/**
 * Makes one page durable every second, beside the server's data, and takes the time: what any
 * answer has to wait for on this disk at that moment. `stop` gives the times in milliseconds.
 */
export function probeDisk(folder: string): { stop(): Promise<readonly number[]> } {
  const ended = new AbortController();
  const flushesMs: number[] = [];
  const probing = (async () => {
    const file = await open(join(folder, 'probe'), 'w');
    while (!ended.signal.aborted) {
      const startedMs = performance.now();
      await file.write(PAGE, 0, PAGE.length, 0);
      await file.datasync();
      flushesMs.push(performance.now() - startedMs);
      await sleep(EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    await file.close();
  })();
  return {
    async stop() {
      ended.abort();
      await probing;
      return flushesMs;
    },
  };
}
