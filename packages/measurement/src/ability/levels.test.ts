import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAbility } from './eap.ts';
import { MeasurementError } from '../core/errors.ts';
import { cuts, observations, prior } from '../fixtures/arbitraries.ts';
import { createGrid } from '../core/grid.ts';
import { levelFromProbabilities, levelOf, reportLevel } from './levels.ts';
import { startPosterior } from './posterior.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a reported level', () => {
  it('comes with probabilities that sum to 1 and agree with each other', () => {
    fc.assert(
      fc.property(observations, prior, cuts, (answers, belief, between) => {
        const { posterior } = estimateAbility(answers, belief);
        const report = reportLevel(posterior, between);
        const { level, probability, probabilities, withinOne, atLeast } = report;
        expect(probabilities).toHaveLength(between.length + 1);
        expect(levelFromProbabilities([...probabilities])).toEqual(report);
        expect(sum(probabilities)).toBeCloseTo(1, 12);
        expect(probability).toBe(Math.max(...probabilities));
        expect(probability).toBe(probabilities[level - 1]);
        expect(withinOne).toBeCloseTo(
          sum(probabilities.slice(Math.max(0, level - 2), level + 1)),
          12,
        );
        expect(atLeast[0]).toBe(1);
        atLeast.forEach((p, i) => expect(p).toBeCloseTo(sum(probabilities.slice(i)), 12));
      }),
    );
  });

  it('matches the normal distribution between its cuts', () => {
    const { probabilities, level } = reportLevel(
      startPosterior({ mean: 0.2, sd: 1 }),
      [-0.8, 0.2, 1.2],
    );
    expect(level).toBe(2);
    [0.158655, 0.341345, 0.341345, 0.158655].forEach((expected, i) =>
      expect(Math.abs((probabilities[i] ?? 0) - expected)).toBeLessThan(3e-4),
    );
  });

  it('changes its probabilities smoothly when a cut moves across a grid point', () => {
    const posterior = startPosterior({ mean: 0, sd: 0.5 });
    const lowest = Array.from(
      { length: 101 },
      (_, i) => reportLevel(posterior, [0.25 + i / 1000]).probabilities[0] ?? 0,
    );
    const steps = lowest.slice(1).map((p, i) => p - (lowest[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0.0005);
    expect(Math.max(...steps)).toBeLessThan(0.0008);
  });

  it('is the lower of two equally probable levels', () => {
    const posterior = {
      grid: createGrid({ min: 0, max: 1, count: 2 }),
      logWeights: new Float64Array(2),
      logCorrections: new Float64Array(2),
      probabilities: Float64Array.of(0.5, 0.5),
    };
    expect(reportLevel(posterior, [0.5])).toMatchObject({
      level: 1,
      probability: 0.5,
      withinOne: 1,
    });
  });

  it.each([[[1, 0]], [[0, 0]], [[0, Number.NaN]]])('is refused for cuts %j', (between) => {
    expect(() => reportLevel(startPosterior({ mean: 0, sd: 1 }), between)).toThrow(
      MeasurementError,
    );
  });
});

it('an ability on a cut has reached the level above it', () => {
  expect([-1.01, -1, 0.5, 2, 9].map((ability) => levelOf(ability, [-1, 0, 1, 2]))).toEqual([
    1, 2, 3, 5, 5,
  ]);
});
