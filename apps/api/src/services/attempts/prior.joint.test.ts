import { beforeEach, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { replayResults } from '../replay.ts';
import { readResult } from './result.ts';

const YEAR_MS = 365.25 * 86_400_000;
const scalePrior = { mean: -0.5, sd: 1.5 };

let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
let now: number;

async function begin(correlation: number): Promise<void> {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({
    clock: () => new Date(now),
    releases: [smallRelease({ competences: ['1.1', '1.2'], correlation })],
  });
  pupil = taking(services);
}
beforeEach(() => begin(0.7));

const priorIn = async (competence: string) => {
  const { id } = await pupil.start({ mode: 'practice', competence });
  const { priorMean, priorSd, priorAloneSd } = await pupil.row(id);
  return { id, mean: priorMean, sd: priorSd, aloneSd: priorAloneSd };
};

describe('what is believed before the first answer, where competences are correlated', () => {
  it("of a pupil without a result is the scale's prior", async () => {
    expect(await priorIn('1.2')).toMatchObject({ ...scalePrior, aloneSd: null });
  });

  it('takes something from another competence, and says how much', async () => {
    const { ability } = await pupil.finish(people.own.attempt, upToLevel(4));
    const { id, mean, sd, aloneSd } = await priorIn('1.2');
    expect(ability).toBeGreaterThan(scalePrior.mean);
    expect(mean).toBeGreaterThan(scalePrior.mean);
    expect(mean).toBeLessThan(ability);
    expect(sd).toBeLessThan(scalePrior.sd);
    expect(sd).toBeGreaterThan(scalePrior.sd * Math.sqrt(1 - 0.7 ** 2));
    expect(aloneSd).toBe(scalePrior.sd);
    const { before, borrowed } = await readResult(services, actors.teacher, id);
    expect(before.standardError).toBeCloseTo(sd, 2);
    expect(borrowed).toBeCloseTo(1 - (sd / scalePrior.sd) ** 2, 2);
    await pupil.answer(id);
    const later = await readResult(services, actors.teacher, id);
    expect(later.borrowed).toBeLessThan(borrowed);
    expect(later.borrowed).toBeGreaterThan(0);
  });

  it('takes nothing from another where the correlation is nought', async () => {
    await begin(0);
    await pupil.finish(people.own.attempt, upToLevel(4));
    const { mean, sd } = await priorIn('1.2');
    expect([mean, sd]).toEqual([scalePrior.mean, scalePrior.sd]);
  });

  it('fades, in the same competence too, back to what is believed of anyone', async () => {
    await pupil.finish(people.own.attempt, upToLevel(4));
    const soon = await priorIn('1.1');
    expect(soon.aloneSd).toBeNull();
    await pupil.finish(soon.id);
    now += 3 * YEAR_MS;
    const later = await priorIn('1.1');
    expect(later.sd).toBeGreaterThan(soon.sd);
    expect(Math.abs(later.mean - scalePrior.mean)).toBeLessThan(
      Math.abs(soon.mean - scalePrior.mean),
    );
    now += 100 * YEAR_MS;
    await pupil.finish(later.id);
    const muchLater = await priorIn('1.1');
    expect(muchLater.mean).toBeCloseTo(scalePrior.mean, 6);
    expect(muchLater.sd).toBeCloseTo(scalePrior.sd, 6);
  });

  it('is kept with the attempt, so that a replay finds the same figures', async () => {
    await pupil.finish(people.own.attempt, upToLevel(4));
    await pupil.finish((await priorIn('1.2')).id, upToLevel(2));
    const { differences, attempts } = await replayResults(services.store, services.engines);
    expect([attempts > 1, differences]).toEqual([true, []]);
  });
});
