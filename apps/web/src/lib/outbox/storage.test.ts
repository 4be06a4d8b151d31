import { describe, expect, it } from 'vitest';
import { type AnswerStorage, memoryStorage, withMemory } from './storage.ts';
import { answerOf } from './testing/fixtures.ts';
import { asDuration, newClientKey, waitingAnswer } from './waiting-answer.ts';

describe('a storage that fails', () => {
  const broken: AnswerStorage = {
    keep: () => Promise.reject(new Error('disk full')),
    forget: () => Promise.reject(new Error('disk gone')),
    all: () => Promise.reject(new Error('disk gone')),
  };

  it('still keeps answers as long as the page is open', async () => {
    const storage = withMemory(broken);
    const [first, second] = [answerOf(1, 3), answerOf(1, 4)];
    await storage.keep(second);
    await storage.keep(first);
    expect(await storage.all()).toEqual([first, second]);
    await storage.forget(first.body.clientKey);
    expect(await storage.all()).toEqual([second]);
  });

  it('holds nothing twice where it works', async () => {
    const below = memoryStorage();
    const storage = withMemory(below);
    const answer = answerOf(1);
    await storage.keep(answer);
    expect(await storage.all()).toEqual([answer]);
    await storage.forget(answer.body.clientKey);
    expect(await below.all()).toEqual([]);
  });
});

describe('a kept answer', () => {
  it('has a key of its own that the contract takes, and is read back whole', () => {
    const answer = answerOf(1);
    expect(waitingAnswer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
    expect(new Set(Array.from({ length: 200 }, newClientKey)).size).toBe(200);
  });
});

describe('the time that an answer took', () => {
  it('is one that the contract takes, whatever the clocks say', () => {
    expect([-5, 0.4, 1234.5, 1e12, NaN].map(asDuration)).toEqual([0, 0, 1235, 86_400_000, 0]);
  });
});
