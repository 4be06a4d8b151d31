import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { readResult } from './result.ts';

const { attempt } = people.own;
const now = new Date(Date.UTC(2026, 10, 24, 8));

let test: TestStore;
let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
beforeEach(async () => {
  test = await openTestStore();
  services = await createTestServices({ store: test.store, clock: () => now });
  pupil = taking(services);
});
afterEach(() => test.close());

const logged = () =>
  services.store.read.rights.looksAt({ schoolId: people.own.school, pupilId: people.own.pupil });

describe('the result of an attempt', () => {
  it('is not for its pupil before the end', async () => {
    await pupil.answer(attempt);
    await expect(readResult(services, actors.pupil, attempt)).rejects.toMatchObject({
      code: 'attempt-open',
    });
    await pupil.finish(attempt);
    expect((await readResult(services, actors.pupil, attempt)).status).toBe('finished');
  });

  it('is for a teacher also while it runs: what is known so far', async () => {
    await pupil.answer(attempt, true);
    const { ability, standardError } = await pupil.row(attempt);
    const result = await readResult(services, actors.teacher, attempt);
    expect(result).toMatchObject({
      attemptId: attempt,
      pupil: { id: people.own.pupil, name: 'Zélie Aubépine' },
      title: 'Un test',
      status: 'open',
      startedAt: now.toISOString(),
      finishedAt: null,
      ability,
      standardError,
    });
    expect(result.responses).toHaveLength(1);
  });

  it('says what was expected before, and how each answer moved that to where it ended', async () => {
    await pupil.finish(attempt, upToLevel(3));
    const { before, ability, borrowed, responses } = await readResult(
      services,
      actors.pupil,
      attempt,
    );
    const moved = responses.reduce((sum, response) => sum + response.moved, before.ability);
    expect(moved).toBeCloseTo(ability, 12);
    expect(before.ability).toBeCloseTo(-0.5, 2);
    expect(before.standardError).toBeCloseTo(1.5, 1);
    expect(before.level.probabilities).toHaveLength(5);
    for (const { feedback, moved: by } of responses) expect(by > 0).toBe(feedback.correct);
    expect(borrowed).toBe(0);
  });

  it('is that which was kept, with the probability of its level and of its neighbours', async () => {
    await pupil.finish(attempt, upToLevel(3));
    const { level } = await readResult(services, actors.pupil, attempt);
    const kept = await pupil.result();
    expect(level.level).toBe(kept?.level);
    expect(level.band).toBe(`Bande ${kept?.level}`);
    expect(level.probabilities).toEqual(kept?.probabilities);
    expect(level.probability).toBe(level.probabilities[level.level - 1]);
    const near = level.probabilities.slice(level.level - 2, level.level + 1);
    expect(level.withinOne).toBeCloseTo(near.reduce((sum, one) => sum + one, 0));
  });

  it('explains each answer: what was asked, answered, right, and why', async () => {
    await pupil.answer(attempt, true);
    await pupil.answer(attempt, false);
    const kept = await pupil.responses(attempt);
    const { responses } = await readResult(services, actors.teacher, attempt);
    expect(responses.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(responses[0]).toMatchObject({
      title: 'Question 1',
      prompt: 'Que choisis-tu ?',
      descriptor: { code: '1.1.N1.1', level: 1, text: 'Savoir faire au niveau 1.' },
      answer: 'le bon choix',
      feedback: { points: 1, possible: 1, correct: true, text: 'Oui.', key: 'le bon choix' },
      durationMs: 4_000,
      ability: kept[0]?.ability,
    });
    expect(responses[1]?.answer).toMatch(/^un (autre|troisième)$/);
    expect(responses[1]?.feedback).toMatchObject({ correct: false, key: 'le bon choix' });
    expect(responses.map(({ instance }) => instance)).toEqual(
      kept.map(({ itemId, itemVersion, seed }) => ({ itemId, itemVersion, seed })),
    );
  });

  it('is of no attempt that is not there', async () => {
    for (const actor of [actors.pupil, actors.teacher]) {
      await expect(readResult(services, actor, uuid(9))).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it("of another school's attempt is not there, even where its id is known", async () => {
    const { attempt: foreign } = people.otherSchool;
    await expect(readResult(services, actors.teacher, foreign)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await logged()).toEqual([]);
  });
});

describe("a teacher's look at a result", () => {
  it('is written down each time: who, whom, when, what for', async () => {
    await readResult(services, actors.teacher, attempt);
    await readResult(services, actors.teacher, attempt);
    const entry = {
      schoolId: people.own.school,
      actorId: people.own.teacher,
      pupilId: people.own.pupil,
      action: 'result:read',
      at: now,
    };
    expect(await logged()).toMatchObject([entry, entry]);
  });

  it("is told apart from a pupil's own, which is not written down", async () => {
    await pupil.finish(attempt);
    await readResult(services, actors.pupil, attempt);
    expect(await logged()).toEqual([]);
  });
});
