import { describe, expect, it } from 'vitest';
import { credibleInterval, summarizePosterior, type Posterior } from '../ability/posterior.ts';
import { seededRandom } from '../core/random.ts';
import { settle } from './settle.ts';
import { drawAbilities, sitSome, sixteenCompetences } from './simulated-pupils.ts';
import { apart, marginal } from './update.ts';

interface Miss {
  readonly covered: boolean;
  readonly error: number;
  readonly standardError: number;
}

function missOf(posterior: Posterior, truth: number): Miss {
  const { lower, upper } = credibleInterval(posterior, 0.8);
  const { ability, standardError } = summarizePosterior(posterior);
  return { covered: lower <= truth && truth <= upper, error: ability - truth, standardError };
}

const coverage = (misses: readonly Miss[]) =>
  misses.filter(({ covered }) => covered).length / misses.length;

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

const rmse = (misses: readonly Miss[]) => rootMeanSquare(misses.map(({ error }) => error));

describe('1,000 pupils of sixteen competences, half of them asked in 3 to 12 items', () => {
  const model = sixteenCompetences();
  const random = seededRandom('joint calibration');
  const rows = Array.from({ length: 1000 }, () => {
    const abilities = drawAbilities(model, random);
    const state = sitSome(model, abilities, random);
    const settled = settle(state);
    return abilities.map((truth, i) => ({
      asked: apart(state, i) !== model.startAlone[i],
      settled: missOf(marginal(settled, i), truth),
      online: missOf(marginal(state, i), truth),
      apart: missOf(apart(state, i), truth),
    }));
  }).flat();
  const asked = rows.filter((row) => row.asked);
  const notAsked = rows.filter((row) => !row.asked);

  it.each(['settled', 'online'] as const)(
    'are within intervals of 80% at 78 to 82 in 100, %s',
    (which) => {
      expect(asked.length).toBeGreaterThan(7000);
      for (const group of [asked, notAsked]) {
        const held = coverage(group.map((row) => row[which]));
        expect(held).toBeGreaterThan(0.78);
        expect(held).toBeLessThan(0.82);
      }
    },
  );

  it('are missed by what the standard errors say', () => {
    for (const group of [asked, notAsked]) {
      const misses = group.map((row) => row.settled);
      const stated = rootMeanSquare(misses.map(({ standardError }) => standardError));
      expect(Math.abs(rmse(misses) / stated - 1)).toBeLessThan(0.03);
    }
  });

  it('are placed better together than apart, most where they were not asked', () => {
    const gain = (group: typeof rows) =>
      rmse(group.map((row) => row.settled)) / rmse(group.map((row) => row.apart));
    expect(gain(asked)).toBeLessThan(0.9);
    expect(gain(notAsked)).toBeLessThan(0.65);
  });
});
