import { distractorResponses, instantiate, keyResponse } from '@jalon/items';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { readResult } from './result.ts';

const where = { schoolId: people.own.school, attemptId: people.own.attempt };
const at = new Date(Date.UTC(2026, 10, 24, 8));

let services: ServiceContext;
beforeEach(async () => {
  services = await createTestServices();
});

/** Keeps answers to questions by their rank in the release (question n is of level n modulo 5). */
async function keep(...answers: [question: number, isRight: boolean][]) {
  const { store, engines } = services;
  for (const [index, [question, isRight]] of answers.entries()) {
    const { definition } = engines.current.item(`1.1-question-${question}`, 1);
    const instance = instantiate(definition, `seed ${question}`);
    const [mistake] = distractorResponses(instance);
    const isLast = index === answers.length - 1;
    await store.write(
      store.change.addResponse({
        seal: null,
        ...where,
        ordinal: index + 1,
        clientKey: services.newId(),
        itemId: definition.id,
        itemVersion: 1,
        seed: `seed ${question}`,
        response: isRight ? keyResponse(instance) : mistake,
        points: isRight ? 1 : 0,
        possible: 1,
        ability: 0,
        standardError: 1,
        answeredAt: at,
        durationMs: 4_000,
      }),
      store.change.advanceAttempt(where, {
        status: isLast ? 'finished' : 'open',
        answered: index + 1,
        usedMs: 0,
        currentItemId: null,
        currentItemVersion: null,
        currentSeed: null,
        ability: 0,
        standardError: 1,
        lastAnswerAt: at,
        finishedAt: isLast ? at : null,
      }),
    );
  }
}

/** The level, and the levels of the descriptors shown and to work on; the release has one each. */
async function told() {
  const { level, shown, next } = await readResult(services, actors.pupil, where.attemptId);
  return {
    level: level.level,
    shown: shown.map(({ descriptor, points, possible }) => [descriptor.level, points, possible]),
    next: next.map((descriptor) => descriptor.level),
  };
}

describe('what a sitting showed', () => {
  it('are the descriptors of which more than half of the points were earned, in their order', async () => {
    await keep([7, true], [1, true], [6, true], [3, true], [8, false], [4, false]);
    expect((await told()).shown).toEqual([
      [1, 2, 2],
      [2, 1, 1],
    ]);
  });
});

describe('what to work on next', () => {
  it('is first what was missed up to the next level, then what that level holds', async () => {
    await keep([1, false], [2, true], [7, true], [6, true], [3, true], [8, true]);
    expect(await told()).toEqual({
      level: 4,
      shown: [
        [2, 2, 2],
        [3, 2, 2],
      ],
      next: [1, 5],
    });
  });

  it('is nothing above the next level, even where it was missed', async () => {
    await keep([1, true], [2, false], [3, false], [4, false], [5, false], [7, false]);
    expect(await told()).toMatchObject({ level: 2, next: [2, 3] });
  });

  it('is never more than three descriptors', async () => {
    await keep([1, false], [2, false], [3, false], [4, false], [5, true], [10, true]);
    expect(await told()).toMatchObject({ level: 3, next: [1, 2, 3] });
  });

  it('is nothing where everything was shown', async () => {
    await keep([1, true], [2, true], [3, true], [4, true], [5, true], [9, true]);
    expect(await told()).toMatchObject({ level: 5, next: [] });
  });
});
