import { beforeEach, describe, expect, it } from 'vitest';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
const scalePrior = { mean: -0.5, sd: 1.5 };

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ clock: () => new Date(now) });
  pupil = taking(services);
});

const priorOf = async (attemptId: string) => {
  const { priorMean: mean, priorSd: sd } = await pupil.row(attemptId);
  return { mean, sd };
};

describe('what is believed before the first answer', () => {
  it("of a pupil without a result is the scale's prior", async () => {
    const { id } = await pupil.practise();
    expect(await priorOf(id)).toEqual(scalePrior);
    const { ability, standardError } = await pupil.row(id);
    expect(ability).toBeCloseTo(scalePrior.mean, 2);
    expect(standardError).toBeCloseTo(scalePrior.sd, 1);
  });

  it('is the last result, less sure by what may have changed since', async () => {
    const { ability, standardError } = await pupil.finish(people.own.attempt, upToLevel(3));
    now += 100 * DAY_MS;
    const { mean, sd } = await priorOf((await pupil.practise()).id);
    expect(mean).toBe(ability);
    expect(sd).toBeCloseTo(Math.hypot(standardError, Math.sqrt(100 / YEAR_DAYS)), 12);
  });

  it("is never less sure than the scale's prior", async () => {
    const { ability } = await pupil.finish(people.own.attempt);
    now += 5 * YEAR_DAYS * DAY_MS;
    expect(await priorOf((await pupil.practise()).id)).toEqual({
      mean: ability,
      sd: scalePrior.sd,
    });
  });

  it('takes a result from a clock that ran ahead as one of now', async () => {
    const { ability, standardError } = await pupil.finish(people.own.attempt);
    now -= DAY_MS;
    expect(await priorOf((await pupil.practise()).id)).toEqual({
      mean: ability,
      sd: standardError,
    });
  });

  it('takes nothing from practice', async () => {
    await pupil.finish((await pupil.practise()).id);
    expect(await priorOf((await pupil.practise()).id)).toEqual(scalePrior);
  });
});

describe('items that the pupil has met in an earlier sitting', () => {
  it('come last, after every item that is new', async () => {
    const itemsOf = async (attemptId: string) =>
      (await pupil.responses(attemptId)).map(({ itemId }) => itemId);
    await pupil.finish(people.own.attempt, upToLevel(3));
    const met = new Set(await itemsOf(people.own.attempt));
    expect(met.size).toBe(6);
    const { id } = await pupil.practise();
    await pupil.finish(id, ({ level }) => level % 2 === 0);
    const isMet = (await itemsOf(id)).map((item) => met.has(item));
    const newOnes = [false, false, false, false];
    expect(isMet).toEqual([...newOnes, ...isMet.slice(4).map(() => true)]);
    expect(isMet.length).toBeGreaterThan(4);
  });
});
