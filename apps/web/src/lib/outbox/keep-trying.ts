import { ApiProblem, ApiUnreachable } from '../api/errors.ts';

/** How to wait between two tries. */
export interface Patience {
  /** Resolves after a delay, or as soon as trying again makes sense. */
  pause(delayMs: number): Promise<void>;
  /** A number from 0 to 1, so that a whole class does not come back at the same moment. */
  random(): number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/** The delay before a try, in milliseconds: doubled each time, bounded, with up to a half off. */
export function delayBefore(tries: number, random: number): number {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
  return longest * (1 - random / 2);
}

/** Whether a failure of the API is one that passes: out of reach, busy, or asked too often. */
export function isPassing(failure: unknown): boolean {
  if (failure instanceof ApiUnreachable) return true;
  if (!(failure instanceof ApiProblem)) return false;
  const { status } = failure.problem;
  return status === 429 || status >= 500;
}

/** Does a task again until it is done or fails for good; `onWaiting` is called before each wait. */
export async function keepTrying<T>(
  task: () => Promise<T>,
  { pause, random }: Patience,
  onWaiting: () => void,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await task();
    } catch (failure) {
      if (!isPassing(failure)) throw failure;
    }
    onWaiting();
    await pause(delayBefore(tries, random()));
  }
}
