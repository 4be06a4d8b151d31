import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { itemParameters } from '../fixtures/arbitraries.ts';
import { createGrid, standardGrid } from '../core/grid.ts';
import { compileItem, compiledOn, scoreProbabilities } from './compiled-item.ts';
import type { LogisticItem } from './item-parameters.ts';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const ability = fc.double({ min: -8, max: 8, noNaN: true });
const responseProbability = (item: LogisticItem, theta: number) =>
  scoreProbabilities(item, theta)[1] ?? Number.NaN;
const compiled = (item: LogisticItem) => {
  const made = compileItem(item, standardGrid);
  const [logIncorrect = new Float64Array(), logCorrect = new Float64Array()] =
    made.logProbabilities;
  return { ...made, logCorrect, logIncorrect };
};
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

/** The mean of f(difficulty) by the midpoint rule on 4,000 cells: slow, and independent. */
function averaged(item: LogisticItem, f: (difficulty: number) => number): number {
  let sum = 0;
  let mass = 0;
  for (let z = -9.9975; z < 10; z += 0.005) {
    const weight = Math.exp((-z * z) / 2);
    sum += weight * f(item.difficulty + item.difficultySd * z);
    mass += weight;
  }
  return sum / mass;
}

describe('the response probability', () => {
  it('is the plain two-parameter logistic where the difficulty is known', () => {
    fc.assert(
      fc.property(itemParameters, ability, (item, theta) => {
        const known = { ...item, difficultySd: 0 };
        const expected = logistic(item.discrimination * (theta - item.difficulty));
        expect(responseProbability(known, theta) / expected).toBeCloseTo(1, 12);
      }),
    );
  });

  it('tends to the plain two-parameter logistic as the uncertainty vanishes', () => {
    fc.assert(
      fc.property(itemParameters, ability, (item, theta) => {
        const known = responseProbability({ ...item, difficultySd: 0 }, theta);
        const nearly = responseProbability({ ...item, difficultySd: 1e-5 }, theta);
        expect(Math.abs(nearly - known)).toBeLessThan(1e-9);
      }),
    );
  });

  it('equals the average over the difficulty computed by a much finer rule', () => {
    fc.assert(
      fc.property(itemParameters, ability, (item, theta) => {
        const expected = averaged(item, (b) => logistic(item.discrimination * (theta - b)));
        expect(Math.abs(responseProbability(item, theta) - expected)).toBeLessThan(1e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('is one half at the mean difficulty, however uncertain', () => {
    fc.assert(
      fc.property(itemParameters, (item) => {
        expect(responseProbability(item, item.difficulty)).toBeCloseTo(0.5, 12);
      }),
    );
  });

  it('is drawn towards one half by uncertainty', () => {
    const item = { discrimination: 1.2, difficulty: 0, difficultySd: 0 };
    const probabilities = [0, 0.5, 1].map((difficultySd) =>
      responseProbability({ ...item, difficultySd }, 1),
    );
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(new Set(probabilities).size).toBe(3);
  });

  it.each([
    { discrimination: 0, difficulty: 0, difficultySd: 0 },
    { discrimination: -1, difficulty: 0, difficultySd: 0 },
    { discrimination: 1, difficulty: 0, difficultySd: -0.1 },
    { discrimination: 1, difficulty: Number.NaN, difficultySd: 0 },
    { discrimination: 1, difficulty: 1e6, difficultySd: 0 },
    { discrimination: Number.POSITIVE_INFINITY, difficulty: 0, difficultySd: 0 },
  ])('refuses parameters that make no item: %o', (item) => {
    expect(() => compileItem(item, standardGrid)).toThrow(MeasurementError);
    expect(() => responseProbability(item, 0)).toThrow(MeasurementError);
  });
});

describe('a compiled item', () => {
  it('holds the logarithms of two probabilities that sum to 1, the first increasing', () => {
    fc.assert(
      fc.property(itemParameters, (item) => {
        const { logCorrect, logIncorrect } = compiled(item);
        logCorrect.forEach((logP, i) => {
          expect(Math.exp(logP) + Math.exp(logIncorrect[i] ?? 0)).toBeCloseTo(1, 12);
          expect(logP).toBeLessThan(0);
          if (i > 0) expect(logP).toBeGreaterThan(logCorrect[i - 1] ?? 0);
        });
      }),
    );
  });

  it('keeps full precision far in the tail, where 1 - P would be lost', () => {
    const item = { discrimination: 5, difficulty: -3, difficultySd: 0 };
    const { logCorrect, logIncorrect } = compiled(item);
    expect(logIncorrect[160]).toBeCloseTo(-55, 12);
    expect((logCorrect[160] ?? 0) / -Math.exp(-55)).toBeCloseTo(1, 12);
  });

  it('has the information a²P(1 - P) where the difficulty is known', () => {
    const { information } = compileItem(
      { discrimination: 1.4, difficulty: 0.5, difficultySd: 0 },
      standardGrid,
    );
    standardGrid.points.forEach((theta, i) => {
      const p = logistic(1.4 * (theta - 0.5));
      expect((information[i] ?? 0) / (1.4 ** 2 * p * (1 - p))).toBeCloseTo(1, 10);
    });
  });

  it('carries less information the more uncertain its difficulty: at its peak and in total', () => {
    fc.assert(
      fc.property(itemParameters, (item) => {
        const [known, some, much] = [0, 0.4, 0.8].map(
          (difficultySd) => compileItem({ ...item, difficultySd }, standardGrid).information,
        );
        if (known === undefined || some === undefined || much === undefined) return false;
        return (
          Math.max(...known) > Math.max(...some) &&
          Math.max(...some) > Math.max(...much) &&
          total(known) > total(some) &&
          total(some) > total(much)
        );
      }),
    );
  });

  it('never tells more at any ability than the average over known difficulties', () => {
    fc.assert(
      fc.property(itemParameters, fc.nat({ max: 160 }), (item, i) => {
        const theta = standardGrid.points[i] ?? 0;
        const bound = averaged(item, (b) => {
          const p = logistic(item.discrimination * (theta - b));
          return item.discrimination ** 2 * p * (1 - p);
        });
        const { information } = compileItem(item, standardGrid);
        expect(information[i]).toBeLessThanOrEqual(bound * (1 + 1e-6) + 1e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('is used as it is on its own grid and made anew on another', () => {
    const item = compileItem({ discrimination: 1, difficulty: 0, difficultySd: 0.5 }, standardGrid);
    const coarse = createGrid({ min: -4, max: 4, count: 9 });
    expect(compiledOn(item, standardGrid)).toBe(item);
    expect(compiledOn(item, coarse).information).toHaveLength(9);
  });
});
