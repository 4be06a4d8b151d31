import { expect, it } from 'vitest';
import { followDraft } from './follow-draft.ts';

/** Follows a folder whose states are given, one a look, and tells at which look a change was told. */
function looksUntilChange(states: (string | null)[], stopAfter = states.length): Promise<number> {
  let looks = 0;
  return new Promise((resolve) => {
    const stop = followDraft({
      shown: 'a',
      readVersion: async () => states[looks++] ?? null,
      pause: async () => {
        if (looks < stopAfter) return;
        stop();
        resolve(-1);
      },
      onChange: () => resolve(looks),
    });
  });
}

it('tells of a change once the folder has come to rest', async () => {
  expect(await looksUntilChange(['a', 'b', 'b', 'b'])).toBe(3);
  expect(await looksUntilChange(['b', 'c', 'd', 'd'])).toBe(4);
});

it('says nothing of a folder that stays, or comes back, as it was', async () => {
  expect(await looksUntilChange(['a', 'a', 'a'])).toBe(-1);
  expect(await looksUntilChange(['b', 'a', 'a'])).toBe(-1);
});

it('goes on where the server does not answer for a while', async () => {
  expect(await looksUntilChange(['a', null, null, 'b', 'b'])).toBe(5);
});

it('says nothing once it was stopped', async () => {
  expect(await looksUntilChange(['b', 'b'], 1)).toBe(-1);
});
