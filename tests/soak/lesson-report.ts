import type { ServerSample } from './server-figures.ts';
import { floorsOf, slopePerMinute } from './statistics.ts';
import { tableOf } from './table.ts';
import { deeds, type Tally, type Times } from './tally.ts';

const MEGABYTE = 2 ** 20;
const MINUTE_MS = 60_000;

/** What each deed took over the whole run. */
export function deedTable(tally: Tally): string {
  return tableOf(
    ['deed', 'count', ...timeHeads],
    deeds.map((deed) => {
      const times = tally.times(deed);
      return [deed, String(times?.count ?? 0), ...timeCells(times)];
    }),
  );
}

/** The answers and the server, minute by minute. */
export function minuteTable(
  tally: Tally,
  samples: readonly ServerSample[],
  minutes: number,
): string {
  const heads = ['minute', 'answers/s', ...timeHeads, 'errors'];
  const serverHeads = ['memory MB', 'heap floor MB', 'CPU %', 'loop p99 ms'];
  const rows = Array.from({ length: minutes }, (_, minute) => {
    const times = tally.times('answer', minute);
    return [
      String(minute + 1),
      ((times?.count ?? 0) / 60).toFixed(1),
      ...timeCells(times),
      String(tally.failures(minute)),
      ...serverCells(samples.filter(({ atMs }) => Math.floor(atMs / MINUTE_MS) === minute)),
    ];
  });
  return tableOf([...heads, ...serverHeads], rows);
}

const timeHeads = ['p50 ms', 'p95 ms', 'p99 ms', 'max ms'];

const timeCells = (times: Times | null): string[] =>
  times
    ? [times.p50, times.p95, times.p99, times.max].map((ms) => ms.toFixed(1))
    : timeHeads.map(() => '-');

function serverCells(samples: readonly ServerSample[]): string[] {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (!first || !last || first === last) return ['-', '-', '-', '-'];
  const cpu = (last.cpuSeconds - first.cpuSeconds) / ((last.atMs - first.atMs) / 1000);
  return [
    (Math.max(...samples.map(({ memoryBytes }) => memoryBytes)) / MEGABYTE).toFixed(1),
    (Math.min(...samples.map(({ heapBytes }) => heapBytes)) / MEGABYTE).toFixed(1),
    (cpu * 100).toFixed(0),
    Math.max(...samples.map(({ loopDelayP99Ms }) => loopDelayP99Ms)).toFixed(1),
  ];
}

/** How memory grows, in megabytes a minute. */
export interface Growth {
  /** All that the process holds. */
  memory: number;
  /** The lowest of each half minute of the heap: what a collection of garbage leaves. */
  heapFloor: number;
}

/** The growth from the moment on at which the run is warm. */
export function growthOf(samples: readonly ServerSample[], warmAtMs: number): Growth {
  const warm = samples.filter(({ atMs }) => atMs >= warmAtMs);
  const memory = warm.map(({ atMs, memoryBytes }) => ({ atMs, value: memoryBytes }));
  const heap = warm.map(({ atMs, heapBytes }) => ({ atMs, value: heapBytes }));
  return {
    memory: slopePerMinute(memory) / MEGABYTE,
    heapFloor: slopePerMinute(floorsOf(heap, MINUTE_MS / 2)) / MEGABYTE,
  };
}
