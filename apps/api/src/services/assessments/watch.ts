import type { SittingProgress } from '@jalon/types';
import type { SittingEvents } from '../sitting-events.ts';

/** What a watcher learns: a pupil moved on, or nothing happened for a while. */
export type Movement = { type: 'sitting'; progress: SittingProgress } | { type: 'quiet' };

/** After this long without news the watcher hears that the line is alive. */
const QUIET_MS = 15_000;

/**
 * The movements of an assessment's pupils, from now until the signal aborts, or until some may have
 * been missed: whoever watches then connects again, and reads the whole anew.
 */
export async function* watchSittings(
  events: SittingEvents,
  assessmentId: string,
  signal: AbortSignal,
): AsyncGenerator<Movement> {
  const waiting: Movement[] = [];
  let wake: () => void = () => undefined;
  let isBroken = false;
  const unwatch = events.watch(assessmentId, (progress) => {
    if (progress) waiting.push({ type: 'sitting', progress });
    else isBroken = true;
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  try {
    yield { type: 'quiet' };
    while (!signal.aborted && !isBroken) {
      const next = waiting.shift();
      if (next) {
        yield next;
        continue;
      }
      const heard = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), QUIET_MS);
        wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      if (!heard) yield { type: 'quiet' };
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', onAbort);
  }
}
