import { beforeEach, describe, expect, it } from 'vitest';
import { type Skill, taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { giveOne } from '../../testing/give-one.ts';
import type { ServiceContext } from '../context.ts';

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
beforeEach(async () => {
  services = await createTestServices();
  pupil = taking(services);
});

/** Begins another assessment of the class. */
async function another(feedback: 'now' | 'later' = 'later') {
  const given = await giveOne(services, actors.teacher, people.own.class, {
    title: 'Un autre test',
    competence: '1.1',
    feedback,
    closesOn: null,
  });
  return pupil.measure(given.id);
}

const skills: [string, Skill][] = [
  ['knows everything', () => true],
  ['knows nothing', () => false],
  ['knows the first two levels', upToLevel(2)],
  ['knows only what is difficult', ({ level }) => level > 3],
];

describe('the sitting of a pupil who', () => {
  it.each(skills)('%s ends within its shortest and longest length', async (_, skill) => {
    const attempt = await pupil.finish(people.own.attempt, skill);
    expect(attempt.status).toBe('finished');
    expect(attempt.answered).toBeGreaterThanOrEqual(4);
    expect(attempt.answered).toBeLessThanOrEqual(6);
    expect(attempt.finishedAt).toEqual(attempt.lastAnswerAt);
    expect(attempt.currentItemId).toBeNull();
  });

  it.each(skills)('%s never meets an item twice', async (_, skill) => {
    await pupil.finish(people.own.attempt, skill);
    const items = (await pupil.responses(people.own.attempt)).map(({ itemId }) => itemId);
    expect(new Set(items).size).toBe(items.length);
  });
});

describe('a sitting', () => {
  it('is as long as it may be while the level is unsure, and shorter once it is sure', async () => {
    const unsure = await pupil.finish(people.own.attempt, upToLevel(3));
    expect(unsure.answered).toBe(6);
    const one = taking(services, {
      role: 'pupil',
      id: people.sameSchool.pupil,
      schoolId: people.sameSchool.school,
    });
    const sure = await one.finish(people.sameSchool.attempt, () => false);
    expect(sure.answered).toBeLessThan(6);
  });

  it('that is finished shows no further item', async () => {
    await pupil.finish(people.own.attempt);
    const { status, current } = await pupil.measure(people.own.assessment);
    expect([status, current]).toEqual(['finished', null]);
  });
});

describe('feedback', () => {
  it('comes with each answer where the assessment gives it now, wrong ones with their reason', async () => {
    const { id } = await another('now');
    expect((await pupil.answer(id, true)).feedback).toEqual({
      points: 1,
      possible: 1,
      correct: true,
      text: 'Oui.',
      key: 'le bon choix',
    });
    expect((await pupil.answer(id, false)).feedback).toEqual({
      points: 0,
      possible: 1,
      correct: false,
      text: expect.stringMatching(/^Il ne va pas\.$|^Lui non plus\.$/),
      key: 'le bon choix',
    });
  });

  it('never comes before the end where the assessment gives it later, nor when sent again', async () => {
    const { id } = await another('later');
    for (const isRight of [true, false]) {
      const sent = await pupil.submission(id, isRight);
      expect((await pupil.send(id, sent)).feedback).toBeNull();
      expect((await pupil.send(id, sent)).feedback).toBeNull();
    }
  });
});

describe('the result', () => {
  it('is kept at the end of an assessment, and is what its attempt estimated', async () => {
    await pupil.answer(people.own.attempt);
    expect(await pupil.result()).toBeNull();
    const attempt = await pupil.finish(people.own.attempt, upToLevel(2));
    const result = await pupil.result();
    expect(result).toMatchObject({
      attemptId: attempt.id,
      ability: attempt.ability,
      standardError: attempt.standardError,
      responses: attempt.answered,
      finishedAt: attempt.finishedAt,
    });
    const probabilities = result?.probabilities;
    if (!Array.isArray(probabilities)) throw new Error('The result has no probabilities.');
    expect(probabilities).toHaveLength(5);
    expect(probabilities.indexOf(Math.max(...probabilities)) + 1).toBe(result?.level);
  });

  it('is that of the last assessment', async () => {
    await pupil.finish(people.own.attempt, () => false);
    const low = await pupil.result();
    const { id } = await another();
    await pupil.finish(id, () => true);
    const high = await pupil.result();
    expect(high?.attemptId).toBe(id);
    expect(high?.level).toBeGreaterThan(low?.level ?? Infinity);
  });

  it('is not made, nor changed, by practice', async () => {
    await pupil.finish((await pupil.practise()).id);
    expect(await pupil.result()).toBeNull();
    await pupil.finish(people.own.attempt, upToLevel(2));
    const kept = await pupil.result();
    await pupil.finish((await pupil.practise()).id);
    expect(await pupil.result()).toEqual(kept);
  });
});
