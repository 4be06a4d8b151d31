import { beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../../testing/more-pupils.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { giveOne } from '../../testing/give-one.ts';
import { listAssessments } from './list.ts';
import { readProgress } from './progress.ts';

const MINUTE_MS = 60_000;

let services: ServiceContext;
let now: number;
let awa: Pupil;
let tom: Pupil;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ clock: () => new Date(now) });
  const [first, second] = await addPupils(services, [
    { firstName: 'Awa', lastName: 'Genêt' },
    { firstName: 'Tom', lastName: 'Alisier' },
  ]);
  if (!first || !second) throw new Error('No pupils were added.');
  [awa, tom] = [first, second];
});

const give = (closesOn: string | null = null) =>
  giveOne(services, actors.teacher, people.own.class, {
    title: 'Chercher une information',
    competence: '1.1',
    feedback: 'later',
    closesOn,
  });
const list = () => listAssessments(services, actors.teacher, people.own.class);

/** One pupil finishes an assessment and another answers once. */
async function oneFinishesOneWorks(assessmentId: string) {
  const finisher = taking(services, tom);
  await finisher.finish((await finisher.measure(assessmentId)).id);
  const worker = taking(services, awa);
  now += MINUTE_MS;
  const { id } = await worker.measure(assessmentId);
  await worker.answer(id);
  return { working: id };
}

describe('the list of what was given to a class', () => {
  it('has the newest first, and nothing that was given to another class', async () => {
    now += MINUTE_MS;
    const second = await give();
    now += MINUTE_MS;
    const third = await give();
    expect((await list()).map(({ id }) => id)).toEqual([
      third.id,
      second.id,
      people.own.assessment,
    ]);
  });

  it('tells how many have not begun, are working and have finished each', async () => {
    const { id } = await give();
    await oneFinishesOneWorks(id);
    const counts = new Map((await list()).map((one) => [one.id, one.counts]));
    expect(counts.get(id)).toEqual({ notStarted: 1, working: 1, finished: 1 });
    expect(counts.get(people.own.assessment)).toEqual({ notStarted: 2, working: 1, finished: 0 });
  });

  it('says that an assessment is closed once its last day is over', async () => {
    const { id } = await give('2026-11-24');
    const isClosed = async () => (await list()).find((one) => one.id === id)?.closed;
    expect(await isClosed()).toBe(false);
    now = Date.UTC(2026, 10, 24, 23);
    expect(await isClosed()).toBe(true);
  });

  it("of another school's class is not there, even where its id is known", async () => {
    await expect(
      listAssessments(services, actors.teacher, people.otherSchool.class),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the progress of an assessment', () => {
  it('has one row a pupil of the class, by last name, with where each is', async () => {
    const { id } = await give();
    const { working } = await oneFinishesOneWorks(id);
    const progress = await readProgress(services, actors.teacher, id);
    const finished = await services.store.read.attempts.ofAssessment({
      schoolId: people.own.school,
      pupilId: tom.id,
      assessmentId: id,
    });
    expect(progress.pupils).toEqual([
      {
        pupilId: tom.id,
        name: 'Tom Alisier',
        state: 'finished',
        attemptId: finished?.id,
        answered: finished?.answered,
        startedAt: finished?.startedAt.toISOString(),
        quickAnswers: 0,
        lastAnswerAt: finished?.lastAnswerAt?.toISOString(),
      },
      {
        pupilId: people.own.pupil,
        name: 'Zélie Aubépine',
        state: 'not-started',
        attemptId: null,
        answered: 0,
        startedAt: null,
        quickAnswers: 0,
        lastAnswerAt: null,
      },
      {
        pupilId: awa.id,
        name: 'Awa Genêt',
        state: 'working',
        attemptId: working,
        answered: 1,
        startedAt: new Date(now).toISOString(),
        quickAnswers: 0,
        lastAnswerAt: new Date(now).toISOString(),
      },
    ]);
  });

  it('sums up as the list does, and names the class and the longest sitting', async () => {
    const { id } = await give();
    await oneFinishesOneWorks(id);
    const progress = await readProgress(services, actors.teacher, id);
    expect(progress.assessment).toEqual((await list()).find((one) => one.id === id));
    expect(progress.class).toMatchObject({ id: people.own.class, pupils: 3 });
    expect(progress.atMost).toBe(6);
  });

  it("of another school's assessment is not there, even where its id is known", async () => {
    await expect(
      readProgress(services, actors.teacher, people.otherSchool.assessment),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
