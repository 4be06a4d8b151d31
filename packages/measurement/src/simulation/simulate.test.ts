import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { coldStart } from '../fixtures/cold-start.ts';
import { simulatePupils, type SimulationRequest } from './simulate.ts';
import { simulationText } from './summary-text.ts';

const levels = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5];
const bank = levels.map((level, i) => ({
  key: `item-${i}`,
  item: { discrimination: 1.2, difficulty: level - 3, difficultySd: 0.5 },
  descriptor: `N${level}.${i % 2}`,
}));

function simulate(changes: Partial<SimulationRequest> = {}) {
  return simulatePupils({
    bank,
    prior: { mean: 0, sd: 1.5 },
    cuts: [-1, 0, 1, 2],
    rules: { minItems: 10, maxItems: 10, minLevelProbability: 1 },
    pupils: 2000,
    seed: 'coverage',
    ...changes,
  });
}

describe('2,000 simulated pupils with 10 of 16 items of uncertain difficulty', () => {
  const summary = simulate();

  it('are covered by 80% intervals between 77% and 83% of the time', () => {
    expect(summary.coverage80).toBeGreaterThan(0.77);
    expect(summary.coverage80).toBeLessThan(0.83);
  });

  it('are placed as often as the stated probabilities say', () => {
    expect(Math.abs(summary.exactLevel - summary.meanLevelProbability)).toBeLessThan(0.03);
    expect(summary.exactLevel).toBeGreaterThan(0.55);
    expect(summary.withinOneLevel).toBeGreaterThan(0.96);
  });

  it('are estimated without bias, and miss by what the standard error says', () => {
    expect(Math.abs(summary.bias)).toBeLessThan(0.05);
    expect(Math.abs(summary.rmse - summary.meanStandardError)).toBeLessThan(0.05);
  });

  it('get ten items each, no item being given to all', () => {
    expect(summary.meanLength).toBe(10);
    expect(summary.meanExposure).toBeCloseTo(10 / 16, 12);
    expect(summary.maxExposure).toBeLessThan(0.95);
    expect(summary.neverGiven).toBe(0);
    expect(summary.lengths).toEqual([{ items: 10, share: 1 }]);
    expect(summary.stopped).toEqual({ max: 1, sure: 0, pool: 0 });
    expect(summary.byLevel.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(2000);
  });
});

it('the cold-start scale of decision 0003 places pupils as the decision says', () => {
  const summary = simulatePupils({ ...coldStart, pupils: 5000 });
  expect(Math.abs(summary.exactLevel - 0.64)).toBeLessThan(0.025);
  expect(summary.withinOneLevel).toBeGreaterThan(0.975);
  expect(Math.abs(summary.rmse - 0.63)).toBeLessThan(0.025);
  expect(Math.abs(summary.meanLength - 11.3)).toBeLessThan(0.3);
  expect(Math.abs(summary.coverage80 - 0.8)).toBeLessThan(0.025);
});

describe('a simulation', () => {
  const small = { pupils: 300 };

  it('is the same for the same seed and not for another', () => {
    expect(simulate(small)).toEqual(simulate(small));
    expect(simulate(small)).not.toEqual(simulate({ ...small, seed: 'other' }));
  });

  it('stops early where the level is sure enough, and where no item is left', () => {
    const sure = simulate({
      ...small,
      rules: { minItems: 4, maxItems: 12, minLevelProbability: 0.5 },
    });
    expect(sure.stopped.sure).toBeGreaterThan(0.9);
    expect(sure.meanLength).toBeLessThan(8);
    const short = simulate({ ...small, bank: bank.slice(0, 5) });
    expect(short.stopped.pool).toBe(1);
    expect(short.meanLength).toBe(5);
  });

  it('places better with sharper items, and worse with vaguer difficulties', () => {
    const changed = (changes: { discrimination?: number; difficultySd?: number }) =>
      simulate({ bank: bank.map((entry) => ({ ...entry, item: { ...entry.item, ...changes } })) });
    const usual = simulate().rmse;
    expect(changed({ discrimination: 2 }).rmse).toBeLessThan(usual - 0.05);
    expect(changed({ difficultySd: 1 }).rmse).toBeGreaterThan(usual + 0.03);
  });

  it('tells the same of pupils by ability as of all together', () => {
    const { byAbility, pupils, bias, rmse, exactLevel, withinOneLevel } = simulate();
    const over = (value: (figures: (typeof byAbility)[number]) => number) =>
      byAbility.reduce((sum, figures) => sum + (figures.pupils / pupils) * value(figures), 0);
    expect(over(() => 1)).toBeCloseTo(1, 12);
    expect(over((f) => f.bias)).toBeCloseTo(bias, 12);
    expect(over((f) => f.rmse ** 2)).toBeCloseTo(rmse ** 2, 12);
    expect(over((f) => f.exactLevel)).toBeCloseTo(exactLevel, 12);
    expect(over((f) => f.withinOneLevel)).toBeCloseTo(withinOneLevel, 12);
    expect(byAbility.at(0)?.bias).toBeGreaterThan(0.3);
    expect(byAbility.at(-1)?.bias).toBeLessThan(-0.3);
  });

  it('gives pupils nearly the same test where the bank is hardly larger than it', () => {
    const rules = { minItems: 8, maxItems: 8, minLevelProbability: 1 };
    const copies = ['a', 'b', 'c', 'd'].flatMap((copy) =>
      bank.map((entry) => ({ ...entry, key: `${entry.key}-${copy}` })),
    );
    const small = simulate({ rules }).meanOverlap ?? Number.NaN;
    const large = simulate({ rules, bank: copies }).meanOverlap ?? Number.NaN;
    expect(small).toBeGreaterThanOrEqual(8 / 16);
    expect(large).toBeLessThan(small / 2);
    expect(large).toBeGreaterThanOrEqual(8 / 64 - 0.001);
  });

  it('scores items in steps, and places better with them', () => {
    const steps = bank.map(({ item: { difficulty, ...rest }, ...entry }) => ({
      ...entry,
      item: { ...rest, steps: [difficulty - 0.4, difficulty, difficulty + 0.4] },
    }));
    const stepped = simulate({ bank: steps });
    expect(stepped.rmse).toBeLessThan(simulate().rmse - 0.05);
    expect(stepped.coverage80).toBeGreaterThan(0.77);
    expect(stepped.coverage80).toBeLessThan(0.83);
  });

  it('shows the bias of a prior that does not fit its pupils', () => {
    const shifted = simulate({ ...small, population: { mean: 2, sd: 1 } });
    expect(shifted.bias).toBeLessThan(-0.15);
  });

  it('is refused without pupils or without items', () => {
    expect(() => simulate({ pupils: 0 })).toThrow(MeasurementError);
    expect(() => simulate({ bank: [] })).toThrow(
      expect.objectContaining({ code: 'no-candidates' }),
    );
  });

  it('is told to a person with its figures', () => {
    const summary = simulate(small);
    const text = simulationText(summary);
    expect(text).toContain('300 simulated pupils, 10.0 items each');
    expect(text).toContain(`exact ${(100 * summary.exactLevel).toFixed(1)}%`);
    expect(text).toContain(
      `80% intervals hold the truth: ${(100 * summary.coverage80).toFixed(1)}%`,
    );
    expect(text).toContain(
      `two pupils have ${(100 * (summary.meanOverlap ?? Number.NaN)).toFixed(1)}% of a test in common`,
    );
    expect(text.match(/^true level/gm)).toHaveLength(5);
    const told = summary.byAbility.filter(({ pupils }) => pupils >= 20);
    expect(text.split('within one').at(-1)?.trim().split('\n')).toHaveLength(told.length);
  });
});
