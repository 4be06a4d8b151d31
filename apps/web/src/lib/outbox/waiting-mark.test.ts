import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uuid } from './testing/fixtures.ts';
import { isAnswerWaiting, markWaiting } from './waiting-mark.ts';

describe('the note that answers wait', () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    kept.clear();
  });

  it('is about the pupils whose answers they are, and nobody else', () => {
    markWaiting([uuid(1), uuid(3), uuid(1)]);
    expect([1, 2, 3].map((pupil) => isAnswerWaiting(uuid(pupil)))).toEqual([true, false, true]);
    markWaiting([]);
    expect(isAnswerWaiting(uuid(1))).toBe(false);
    expect(kept.size).toBe(0);
  });

  it('is done without where a browser lends no storage', () => {
    vi.stubGlobal('localStorage', undefined);
    markWaiting([uuid(1)]);
    expect(isAnswerWaiting(uuid(1))).toBe(false);
  });
});
