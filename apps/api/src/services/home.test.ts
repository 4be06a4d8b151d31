import { beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../testing/more-pupils.ts';
import { smallRelease } from '../testing/small-release.ts';
import { taking, upToLevel } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { actors, people, uuid } from '../testing/two-schools.ts';
import { giveOne } from '../testing/give-one.ts';
import type { ServiceContext } from './context.ts';
import { createEngines } from './engine.ts';
import { readHome } from './home.ts';

const older = smallRelease({ competences: ['1.1', '1.2'] });

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ releases: [older], clock: () => new Date(now) });
  pupil = taking(services);
});

const home = () => readHome(services, actors.pupil);
const give = (title: string, closesOn: string | null = null) =>
  giveOne(services, actors.teacher, people.own.class, {
    title,
    competence: '1.2',
    feedback: 'later',
    closesOn,
  });

/** What a teacher finds in the form and leaves. */
const asGiven = { mode: 'measure', opensAt: null, questions: null, minutes: null, step: null };

describe("a pupil's first page", () => {
  it('greets by first name and names the class', async () => {
    expect(await home()).toMatchObject({ name: 'Zélie', className: '6e own' });
  });

  it('is of nobody whose account is gone', async () => {
    await expect(readHome(services, { ...actors.pupil, id: uuid(9) })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  it('has what was given to the class, newest first, and nothing given to others', async () => {
    now += 60_000;
    const { id } = await give('Ranger ses fichiers', '2026-11-24');
    const { assessments } = await home();
    expect(assessments).toEqual([
      {
        id,
        title: 'Ranger ses fichiers',
        competence: { code: '1.2', name: 'Compétence 1.2' },
        ...asGiven,
        closesAt: '2026-11-24T23:00:00.000Z',
        closed: false,
        state: 'not-started',
        attemptId: null,
        answered: 0,
      },
      {
        id: people.own.assessment,
        title: 'Un test',
        competence: { code: '1.1', name: 'Mener une recherche' },
        ...asGiven,
        closesAt: null,
        closed: false,
        state: 'working',
        attemptId: people.own.attempt,
        answered: 0,
      },
    ]);
  });

  it('says how far the pupil is, and no other', async () => {
    const [tom] = await addPupils(services, [{ firstName: 'Tom', lastName: 'Orme' }]);
    const other = taking(services, tom);
    await other.finish((await other.measure(people.own.assessment)).id);
    const state = async () => {
      const { assessments } = await home();
      return assessments.map((one) => [one.attemptId, one.state, one.answered]);
    };
    await pupil.answer(people.own.attempt);
    expect(await state()).toEqual([[people.own.attempt, 'working', 1]]);
    const { answered } = await pupil.finish(people.own.attempt);
    expect(await state()).toEqual([[people.own.attempt, 'finished', answered]]);
  });

  it('says that an assessment is closed once its last day is over', async () => {
    const { id } = await give('Ranger ses fichiers', '2026-11-24');
    now = Date.UTC(2026, 10, 24, 23);
    const closed = (await home()).assessments.filter((assessment) => assessment.closed);
    expect(closed.map((assessment) => assessment.id)).toEqual([id]);
  });

  it('offers practice of every competence, with the one that is open and the last finished', async () => {
    const practice = async () => (await home()).practice;
    const none = { openAttemptId: null, lastFinishedAttemptId: null };
    expect(await practice()).toEqual([
      { competence: { code: '1.1', name: 'Mener une recherche' }, ...none },
      { competence: { code: '1.2', name: 'Compétence 1.2' }, ...none },
    ]);
    const finished: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      now += 60_000;
      finished.push((await pupil.finish((await pupil.practise()).id)).id);
    }
    now += 60_000;
    const { id: open } = await pupil.practise();
    expect(await practice()).toMatchObject([
      { openAttemptId: open, lastFinishedAttemptId: finished[1] },
      none,
    ]);
  });

  it('has a result for each assessed competence, and none from practice', async () => {
    await pupil.finish((await pupil.practise('1.2')).id);
    expect((await home()).results).toEqual([]);
    const attempt = await pupil.finish(people.own.attempt, upToLevel(2));
    const kept = await pupil.result();
    expect((await home()).results).toEqual([
      {
        competence: { code: '1.1', name: 'Mener une recherche' },
        attemptId: attempt.id,
        finishedAt: attempt.finishedAt?.toISOString(),
        release: '1.0.0',
        level: expect.objectContaining({
          level: kept?.level,
          band: `Bande ${kept?.level}`,
          probabilities: kept?.probabilities,
        }),
      },
    ]);
  });

  it('keeps a result as it was told, with its release, once a newer one is in force', async () => {
    await pupil.finish(people.own.attempt);
    const before = (await home()).results;
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2 });
    services = { ...services, engines: createEngines([older, newer], '1.1.0') };
    expect((await home()).results).toEqual(before);
    expect(before.map(({ release }) => release)).toEqual(['1.0.0']);
  });

  it('still names an assessment and a result whose competence the newer release no longer has', async () => {
    await pupil.finish(people.own.attempt);
    const newer = smallRelease({ version: '1.1.0', itemVersion: 2, competences: ['1.2'] });
    services = { ...services, engines: createEngines([older, newer], '1.1.0') };
    const { assessments, practice, results } = await home();
    expect(assessments.map(({ state }) => state)).toEqual(['finished']);
    expect(practice.map(({ competence }) => competence.code)).toEqual(['1.2']);
    expect(results.map(({ competence }) => competence.code)).toEqual(['1.1']);
  });
});
