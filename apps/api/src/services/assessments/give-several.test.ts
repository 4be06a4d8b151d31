import { beforeEach, describe, expect, it } from 'vitest';
import { giveBody } from '../../testing/give-one.ts';
import { addPupils } from '../../testing/more-pupils.ts';
import { smallRelease } from '../../testing/small-release.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { readHome } from '../home.ts';
import { isInNeed } from './choose-pupils.ts';
import { giveAssessments } from './give.ts';
import { listAssessments } from './list.ts';
import { readProgress } from './progress.ts';

const { class: classId } = people.own;
const zelie = actors.pupil;
const release = smallRelease({ competences: ['1.1', '1.2'] });

let services: ServiceContext;
let now: number;
let awa: Pupil;
let tom: Pupil;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ releases: [release], clock: () => new Date(now) });
  [awa = zelie, tom = zelie] = await addPupils(services, [
    { firstName: 'Awa', lastName: 'Genêt' },
    { firstName: 'Tom', lastName: 'Orme' },
  ]);
  now += 60_000;
});

type Body = Parameters<typeof giveAssessments>[3];
const give = (over: Partial<Body>) =>
  giveAssessments(services, actors.teacher, classId, { ...giveBody(), title: 'Bilan', ...over });
const givenTo = async (pupil: Pupil) =>
  (await readHome(services, pupil)).assessments.map(({ title, competence, step }) => [
    title,
    competence.code,
    step,
  ]);

describe('giving several competences', () => {
  it('ties them together in their order, for the teacher and for each pupil', async () => {
    const given = await give({ competences: ['1.2', '1.1'] });
    expect(given.map(({ competence, sequence }) => [competence.code, sequence?.rank])).toEqual([
      ['1.2', 1],
      ['1.1', 2],
    ]);
    expect(new Set(given.map(({ sequence }) => sequence?.id)).size).toBe(1);
    expect((await listAssessments(services, actors.teacher, classId)).slice(0, 2)).toEqual(given);
    expect((await givenTo(tom)).slice(0, 2)).toEqual([
      ['Bilan', '1.2', { rank: 1, of: 2 }],
      ['Bilan', '1.1', { rank: 2, of: 2 }],
    ]);
  });
});

describe('giving to some of a class', () => {
  it('reaches those alone, and a teacher sees them alone', async () => {
    const [given] = await give({ audience: { to: 'chosen', pupilIds: [awa.id, awa.id] } });
    expect(given).toMatchObject({ chosen: 1, counts: { notStarted: 1 } });
    expect(await givenTo(awa)).toContainEqual(['Bilan', '1.1', null]);
    expect(await givenTo(tom)).not.toContainEqual(['Bilan', '1.1', null]);
    const id = given?.id ?? '';
    await expect(taking(services, tom).measure(id)).rejects.toMatchObject({ code: 'not-found' });
    await taking(services, awa).measure(id);
    const { pupils, assessment } = await readProgress(services, actors.teacher, id);
    expect(pupils.map(({ pupilId }) => pupilId)).toEqual([awa.id]);
    expect(assessment).toMatchObject({ chosen: 1, counts: { notStarted: 0, working: 1 } });
    expect((await listAssessments(services, actors.teacher, classId))[0]).toEqual(assessment);
  });

  it('refuses pupils of another class, and gives nothing', async () => {
    const pupilIds = [awa.id, people.sameSchool.pupil];
    await expect(give({ audience: { to: 'chosen', pupilIds } })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await givenTo(awa)).toEqual([['Un test', '1.1', null]]);
  });

  it('by need reaches in each competence whoever has not shown the level', async () => {
    const strong = taking(services, awa);
    await strong.finish((await strong.measure(people.own.assessment)).id);
    const weak = taking(services, tom);
    await weak.finish((await weak.measure(people.own.assessment)).id, () => false);
    const given = await give({
      competences: ['1.1', '1.2'],
      audience: { to: 'need', below: 3 },
    });
    expect(given.map(({ competence, chosen }) => [competence.code, chosen])).toEqual([
      ['1.1', 2],
      ['1.2', 3],
    ]);
    expect(await givenTo(awa)).toEqual([
      ['Bilan', '1.2', null],
      ['Un test', '1.1', null],
    ]);
    expect(await givenTo(tom)).toContainEqual(['Bilan', '1.1', { rank: 1, of: 2 }]);
  });

  it('by need leaves out what nobody needs, and refuses where nobody needs anything', async () => {
    for (const pupil of [zelie, awa, tom]) {
      const one = taking(services, pupil);
      await one.finish((await one.measure(people.own.assessment)).id);
    }
    const audience = { to: 'need' as const, below: 2 };
    const given = await give({ competences: ['1.1', '1.2'], audience });
    expect(given.map(({ competence, sequence }) => [competence.code, sequence])).toEqual([
      ['1.2', null],
    ]);
    await expect(give({ competences: ['1.1'], audience })).rejects.toMatchObject({
      code: 'nobody-in-need',
    });
  });

  it('counts as need no result, or a level that is rather not reached', () => {
    const cell = (probabilities: number[]) => ({
      ...{ competence: '1.1', attemptId: 'a', finishedAt: '', responses: 8 },
      level: { level: 1, band: 'x', probability: 1, withinOne: 1, probabilities },
    });
    const pupil = (probabilities: number[]) => ({ cells: [cell(probabilities)], rereadings: [] });
    expect(isInNeed({ cells: [], rereadings: [] }, '1.1', 2)).toBe(true);
    expect(isInNeed(pupil([0.2, 0.3, 0.5]), '1.2', 2)).toBe(true);
    expect(isInNeed(pupil([0.2, 0.31, 0.49]), '1.1', 3)).toBe(true);
    expect(isInNeed(pupil([0.2, 0.3, 0.5]), '1.1', 3)).toBe(false);
    const reread = { ...cell([0.9, 0.1]), from: '1.0.0', linkError: 0 };
    expect(isInNeed({ cells: [], rereadings: [reread] }, '1.1', 2)).toBe(true);
  });
});

describe('a day from which it may be begun', () => {
  it('is kept by the school’s clocks, and told to pupils', async () => {
    const [given] = await give({ opensOn: '2026-11-25', closesOn: '2026-11-25' });
    const id = given?.id ?? '';
    expect(given).toMatchObject({
      opensAt: '2026-11-24T23:00:00.000Z',
      opened: false,
      closesAt: '2026-11-25T23:00:00.000Z',
    });
    const begin = () => taking(services, tom).measure(id);
    const seen = async () =>
      (await readHome(services, tom)).assessments.find((one) => one.id === id)?.opensAt;
    now = Date.UTC(2026, 10, 24, 22, 59, 59, 999);
    await expect(begin()).rejects.toMatchObject({ code: 'assessment-not-open' });
    expect(await seen()).toBe('2026-11-24T23:00:00.000Z');
    now += 1;
    await expect(begin()).resolves.toMatchObject({ status: 'open' });
    expect(await seen()).toBeNull();
  });

  it('that has come is from the start; one after the last day is refused', async () => {
    expect((await give({ opensOn: '2026-11-24' }))[0]).toMatchObject({ opensAt: null });
    await expect(give({ opensOn: '2026-11-26', closesOn: '2026-11-25' })).rejects.toMatchObject({
      code: 'assessment-closed',
    });
  });
});

it('refuses levels that a competence has no items of', async () => {
  await expect(give({ levels: { from: 7, to: 8 } })).rejects.toMatchObject({ code: 'no-items' });
});
