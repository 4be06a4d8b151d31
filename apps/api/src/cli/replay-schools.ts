import { Worker } from 'node:worker_threads';
import type { Store } from '@jalon/store';
import { everySchool } from '../services/every-school.ts';
import type { Replay } from '../services/replay.ts';

const MOST_AHEAD = 4;

/** What a thread needs to replay by itself. */
export interface ReplayPlace {
  database: string;
  frameworkFolder: string;
}

/**
 * Replays every school, each by one of so many threads, and gives what was found school by school
 * in the order of their ids, whichever was ready first. Few schools wait in memory for one before them.
 */
export async function* replayEverySchool(
  store: Store,
  place: ReplayPlace,
  threads: number,
): AsyncGenerator<Replay> {
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL('./replay-worker.ts', import.meta.url), {
        workerData: place,
        // Room for what lives as long as a response: it is collected less often.
        resourceLimits: { maxYoungGenerationSizeMb: 128 },
      }),
  );
  const free = workers.map((worker) => ({ worker, ready: Promise.resolve() as Promise<unknown> }));
  const waiting: Promise<Replay>[] = [];
  try {
    for await (const { id } of everySchool(store)) {
      const next = free.shift();
      if (!next) throw new Error('No thread is free.');
      const answer = next.ready.then(() => ask(next.worker, id));
      free.push({ worker: next.worker, ready: answer });
      waiting.push(answer);
      // Awaited below; a failure before that must not count as nobody's.
      answer.catch(() => undefined);
      const oldest = waiting.length > MOST_AHEAD * threads ? waiting.shift() : undefined;
      if (oldest) yield await oldest;
    }
    for (const answer of waiting) yield await answer;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function ask(worker: Worker, schoolId: string): Promise<Replay> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      worker.off('message', onMessage).off('error', onError);
      then();
    };
    const onMessage = (replay: Replay): void => settle(() => resolve(replay));
    const onError = (error: Error): void => settle(() => reject(error));
    worker.once('message', onMessage).once('error', onError);
    worker.postMessage(schoolId);
  });
}
