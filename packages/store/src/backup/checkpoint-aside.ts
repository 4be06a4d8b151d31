import { Worker } from 'node:worker_threads';

/** Less than this is moved within a few milliseconds: not worth a thread. */
const WORTH_A_THREAD_BYTES = 1024 * 1024;

/**
 * Moves most of the WAL into the main file on a thread of its own, where it is worth it. While the caller's connection
 * is open this never begins the WAL anew by itself: only a commit does that, and only once the
 * whole of it has been moved.
 */
export function checkpointAside(file: string, walBytes: number): Promise<void> {
  if (walBytes < WORTH_A_THREAD_BYTES) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      workerData: file,
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
