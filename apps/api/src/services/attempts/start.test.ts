import { beforeEach, describe, expect, it } from 'vitest';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';
import { giveOne } from '../../testing/give-one.ts';
import type { ServiceContext } from '../context.ts';

const HOUR_MS = 3_600_000;
const TABS = 5;

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ clock: () => new Date(now) });
  pupil = taking(services);
});

/** Gives the class an assessment that nobody has begun. */
async function give(over: { closesOn?: string } = {}): Promise<string> {
  const { id } = await giveOne(services, actors.teacher, people.own.class, {
    title: 'Chercher une information',
    competence: '1.1',
    feedback: 'later',
    closesOn: null,
    ...over,
  });
  return id;
}

const attempts = () =>
  services.store.read.attempts.ofPupil({ schoolId: people.own.school, pupilId: people.own.pupil });

describe('beginning an assessment', () => {
  it('shows its first item, under its title and its rules', async () => {
    const view = await pupil.measure(await give());
    expect(view).toMatchObject({
      title: 'Chercher une information',
      mode: 'measure',
      status: 'open',
      competence: { code: '1.1', name: 'Mener une recherche' },
      feedback: 'later',
      progress: { answered: 0, atLeast: 4, atMost: 6 },
      current: { ordinal: 1, item: { kind: 'choice' } },
    });
  });

  it('again gives the same attempt, where it stands, also once it is finished', async () => {
    const assessment = await give();
    const { id } = await pupil.measure(assessment);
    const { attempt } = await pupil.answer(id);
    expect(await pupil.measure(assessment)).toEqual(attempt);
    await pupil.finish(id);
    expect(await pupil.measure(assessment)).toMatchObject({ id, status: 'finished' });
    expect(await attempts()).toHaveLength(2);
  });

  it('in several tabs at once gives each the same attempt, which counts once', async () => {
    const assessment = await give();
    const views = await Promise.all(Array.from({ length: TABS }, () => pupil.measure(assessment)));
    expect(views).toEqual(views.map(() => views[0]));
    expect(await attempts()).toHaveLength(2);
    const { currentItemId } = await pupil.row(views[0]?.id ?? '');
    services.exposure.itemAnswered(`${currentItemId}@1`);
    // The three that were there, and this one.
    expect(services.exposure.rate('1.1', `${currentItemId}@1`)).toBe(1 / 4);
  });

  it('after its last day is refused, and makes no attempt', async () => {
    const assessment = await give({ closesOn: '2026-11-24' });
    now = Date.UTC(2026, 10, 24, 23);
    await expect(pupil.measure(assessment)).rejects.toMatchObject({ code: 'assessment-closed' });
    expect(await attempts()).toHaveLength(1);
  });

  it('to the last moment of its last day is allowed, and may be finished after it', async () => {
    const assessment = await give({ closesOn: '2026-11-24' });
    now = Date.UTC(2026, 10, 24, 23) - 1;
    const { id } = await pupil.measure(assessment);
    now += HOUR_MS;
    expect(await pupil.measure(assessment)).toMatchObject({ id, status: 'open' });
    expect((await pupil.finish(id)).status).toBe('finished');
    expect((await pupil.result())?.attemptId).toBe(id);
    expect(await pupil.measure(assessment)).toMatchObject({ id, status: 'finished' });
  });

  it.each([
    ['another class of the school', people.sameSchool.assessment],
    ['another school', people.otherSchool.assessment],
    ['nobody', uuid(9)],
  ])('that was given to %s finds nothing', async (_, assessment) => {
    await expect(pupil.measure(assessment)).rejects.toMatchObject({ code: 'not-found' });
    expect(await attempts()).toHaveLength(1);
  });
});

describe('beginning practice', () => {
  it('again gives the one that is open; once that is finished, a new one', async () => {
    const first = await pupil.practise();
    expect(first).toMatchObject({
      mode: 'practice',
      title: 'Mener une recherche',
      feedback: 'now',
    });
    expect(await pupil.practise()).toEqual(first);
    await pupil.finish(first.id);
    const second = await pupil.practise();
    expect(second.id).not.toBe(first.id);
    expect(second.status).toBe('open');
  });

  it('in several tabs at once gives each the same attempt', async () => {
    const views = await Promise.all(Array.from({ length: TABS }, () => pupil.practise()));
    expect(views).toEqual(views.map(() => views[0]));
    expect(await attempts()).toHaveLength(2);
  });

  it('of a competence that has no items is refused', async () => {
    await expect(pupil.practise('5.2')).rejects.toMatchObject({ code: 'no-items' });
    expect(await attempts()).toHaveLength(1);
  });
});
