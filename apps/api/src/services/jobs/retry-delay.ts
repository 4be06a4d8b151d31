const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait after a try that failed, in milliseconds: twice as long each time up to a
 * quarter of an hour, less a random part of up to half, so that jobs that failed together do not
 * come back together. `tries` counts from 1; `random` gives numbers from 0 up to 1.
 */
export function retryDelayMs(tries: number, random: () => number): number {
  const longestMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 30));
  return Math.round(longestMs * (1 - random() / 2));
}
