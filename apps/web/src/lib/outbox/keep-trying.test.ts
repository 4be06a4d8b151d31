import { describe, expect, it, vi } from 'vitest';
import { ApiUnreachable } from '../api/errors.ts';
import { delayBefore, keepTrying } from './keep-trying.ts';
import { refusal } from './testing/fixtures.ts';

/** A task that fails in turn with what is given, then gives `done`, and how it was waited for. */
function taskThatMeets(...failures: unknown[]) {
  const pauses: number[] = [];
  const onWaiting = vi.fn();
  const tried = keepTrying(
    async () => {
      if (failures.length > 0) throw failures.shift();
      return 'done';
    },
    { pause: async (delayMs) => void pauses.push(delayMs), random: () => 0 },
    onWaiting,
  );
  return { tried, pauses, onWaiting };
}

describe('a task that is tried again', () => {
  it('goes on until it is done, ever more rarely, and says that it waits', async () => {
    const offline = new ApiUnreachable('no network');
    const { tried, pauses, onWaiting } = taskThatMeets(
      offline,
      offline,
      refusal('busy'),
      refusal('too-many-requests'),
      refusal('unexpected'),
    );
    expect(await tried).toBe('done');
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(onWaiting).toHaveBeenCalledTimes(5);
  });

  it('stops at a refusal, and at a mistake of ours', async () => {
    for (const failure of [refusal('not-found'), refusal('conflict'), new TypeError('a bug')]) {
      const { tried, onWaiting } = taskThatMeets(failure);
      await expect(tried).rejects.toBe(failure);
      expect(onWaiting).not.toHaveBeenCalled();
    }
  });
});

describe('the delay before another try', () => {
  it('never passes half a minute nor falls under half a second', () => {
    for (let tries = 1; tries < 60; tries += 1) {
      expect(delayBefore(tries, 1)).toBeGreaterThanOrEqual(500);
      expect(delayBefore(tries, 0)).toBeLessThanOrEqual(30_000);
    }
  });
});
