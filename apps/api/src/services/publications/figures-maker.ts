import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Counted, figuresOfCompetence } from './competence-figures.ts';
import type { RowFigures } from './figures.ts';

/** Fewer than these are counted in some hundredths of a second: a thread takes longer to begin. */
const SCHOOLS_OF_A_THREAD = 50;

/** Makes the figures of one competence after the other. */
export interface FiguresMaker {
  make(counted: Counted): Promise<Map<string, RowFigures[]>>;
  end(): Promise<void>;
}

/**
 * Who makes the figures of so many schools: this thread, or one of its own where that would keep it
 * from answering pupils for seconds. To be ended, whatever happens.
 */
export function figuresMaker(schools: number): FiguresMaker {
  if (schools < SCHOOLS_OF_A_THREAD) {
    return { make: async (counted) => figuresOfCompetence(counted), end: async () => undefined };
  }
  const worker = new Worker(new URL('./figures-worker.ts', import.meta.url));
  return {
    async make(counted) {
      // It rejects where the thread fails.
      const answer = once(worker, 'message');
      worker.postMessage(counted);
      const [figures]: Map<string, RowFigures[]>[] = await answer;
      if (!figures) throw new Error('The thread that makes figures gave none.');
      return figures;
    },
    end: async () => void (await worker.terminate()),
  };
}
