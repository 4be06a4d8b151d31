import { beforeEach, describe, expect, it } from 'vitest';
import { type GiveOne, giveOne } from '../../testing/give-one.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { readHome } from '../home.ts';

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
beforeEach(async () => {
  services = await createTestServices();
  pupil = taking(services);
  await needs();
});

/** What Jalon adapts for the pupil. */
function needs(...measures: string[]) {
  const { store, clock } = services;
  const [schoolId, pupilId, staffId] = [people.own.school, people.own.pupil, actors.teacher.id];
  return store.write(
    store.change.putAccommodation({ schoolId, pupilId, measures, staffId, saidAt: clock() }),
  );
}

async function begin(over: GiveOne) {
  const { id } = await giveOne(services, actors.teacher, people.own.class, over);
  return pupil.measure(id);
}

/** Answers what waits, after so many minutes. */
async function answerAfter(attemptId: string, minutes: number) {
  const sent = await pupil.submission(attemptId);
  return pupil.send(attemptId, { ...sent, durationMs: minutes * 60_000 });
}

describe('a sitting of so many questions', () => {
  it('has that many, however sure its level is sooner', async () => {
    const view = await begin({ questions: 5 });
    expect(view.progress).toMatchObject({ atLeast: 5, atMost: 5 });
    expect((await pupil.finish(view.id, () => false)).answered).toBe(5);
  });

  it('has no more than there are, and says so from the start', async () => {
    const { id, progress } = await begin({ questions: 30 });
    expect(progress).toMatchObject({ atLeast: 10, atMost: 10 });
    expect((await pupil.finish(id)).answered).toBe(10);
  });
});

it('a sitting of some levels gives items of these alone', async () => {
  const { id } = await begin({ levels: { from: 2, to: 3 }, questions: 30 });
  await pupil.finish(id);
  const levels = (await pupil.responses(id)).map(
    (row) => services.engines.current.item(row.itemId, row.itemVersion).definition.level,
  );
  expect(levels.toSorted()).toEqual([2, 2, 3, 3]);
});

describe('a sitting of so many minutes', () => {
  it('gives no new question once they are used up, and keeps what was answered', async () => {
    const { id, progress } = await begin({ minutes: 10 });
    expect(progress.minutes).toEqual({ allowed: 10, left: 10 });
    const first = await answerAfter(id, 9.9);
    expect(first.attempt).toMatchObject({
      status: 'open',
      progress: { minutes: { allowed: 10, left: 1 } },
    });
    const last = await answerAfter(id, 0.2);
    expect(last.attempt).toMatchObject({
      status: 'finished',
      progress: { answered: 2, minutes: { left: 0 } },
    });
    expect(await pupil.result()).toMatchObject({ attemptId: id, responses: 2 });
  });

  it('counts no question for more than ten', async () => {
    const { id } = await begin({ minutes: 25 });
    const { attempt } = await answerAfter(id, 1_400);
    expect(attempt).toMatchObject({ status: 'open', progress: { minutes: { left: 15 } } });
  });

  it('is a third longer for whoever has extra time, and says so before it begins', async () => {
    await needs('extra-time');
    const { id } = await giveOne(services, actors.teacher, people.own.class, { minutes: 10 });
    const { assessments } = await readHome(services, actors.pupil);
    expect(assessments.find((one) => one.id === id)?.minutes).toBe(14);
    const view = await pupil.measure(id);
    expect(view.progress.minutes).toEqual({ allowed: 14, left: 14 });
    await answerAfter(view.id, 9.9);
    const { attempt } = await answerAfter(view.id, 3);
    expect(attempt).toMatchObject({ status: 'open', progress: { minutes: { left: 1 } } });
  });
});

describe('a practice that a teacher gave', () => {
  it('leaves no result, and stands beside the pupil’s own', async () => {
    const own = await pupil.practise();
    const given = await begin({ mode: 'practice', feedback: 'now' });
    expect(given).toMatchObject({ mode: 'practice', feedback: 'now' });
    expect(given.id).not.toBe(own.id);
    expect((await pupil.practise()).id).toBe(own.id);
    await pupil.finish(given.id);
    expect(await pupil.result()).toBeNull();
  });
});
