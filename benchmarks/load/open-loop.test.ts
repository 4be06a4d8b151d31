import { expect, it } from 'vitest';
import { openLoop, summarise } from './open-loop.ts';

/** A clock that moves by a millisecond whenever something waits. */
function handClock() {
  let nowMs = 0;
  return {
    clock: () => nowMs,
    soon(callback: () => void) {
      nowMs += 1;
      setImmediate(callback);
    },
    until: async (ms: number) => {
      while (nowMs < ms) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('charges a server that stands still for all that should have been asked meanwhile', async () => {
  const { clock, soon, until } = handClock();
  const { most, count, p50 } = await openLoop({
    perSecond: 100,
    warmUpMs: 0,
    measuredMs: 1_000,
    ready: Array.from({ length: 4 }, (_, task) => task),
    ask: async (task) => {
      if (clock() < 500) await until(500);
      return task;
    },
    clock,
    soon,
  });
  expect(count).toBe(100);
  expect(most).toBeGreaterThanOrEqual(499);
  // Half of all requests were meant to be sent while it stood still.
  expect(p50).toBeLessThan(20);
  expect(p50).toBeGreaterThanOrEqual(0);
});

it('measures nothing of the time in which all gets warm', async () => {
  const { clock, soon } = handClock();
  const { count } = await openLoop({
    perSecond: 100,
    warmUpMs: 500,
    measuredMs: 500,
    ready: [1],
    ask: async (task) => task,
    clock,
    soon,
  });
  expect(count).toBe(50);
});

it('rejects with what a request was answered with, or once there is nothing left to ask', async () => {
  const { clock, soon } = handClock();
  const plan = { perSecond: 100, warmUpMs: 0, measuredMs: 1_000, clock, soon };
  const refuse = async () => Promise.reject(new Error('refused'));
  await expect(openLoop({ ...plan, ready: [1], ask: refuse })).rejects.toThrow('refused');
  await expect(openLoop({ ...plan, ready: [1], ask: async () => null })).rejects.toThrow(
    'All there was to ask',
  );
});

it('takes percentiles by the nearest rank', () => {
  const latencies = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summarise(latencies)).toEqual({ p50: 50, p95: 95, p99: 99, most: 100, count: 100 });
  expect(summarise([7])).toEqual({ p50: 7, p95: 7, p99: 7, most: 7, count: 1 });
});
