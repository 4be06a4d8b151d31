import { describe, expect, it } from 'vitest';
import { fitLogistic } from './logistic-regression.ts';
import { solvePositive } from './solve.ts';

describe('a logistic regression', () => {
  it('of a two by two table has the log odds and the log odds ratio, and its likelihood', () => {
    const fit = fitLogistic([
      { predictors: [0], trials: 40, successes: 10 },
      { predictors: [1], trials: 50, successes: 30 },
    ]);
    expect(fit?.converged).toBe(true);
    expect(fit?.coefficients[0]).toBeCloseTo(Math.log(10 / 30), 10);
    expect(fit?.coefficients[1]).toBeCloseTo(Math.log(30 / 20) - Math.log(10 / 30), 10);
    const expected =
      10 * Math.log(0.25) + 30 * Math.log(0.75) + 30 * Math.log(0.6) + 20 * Math.log(0.4);
    expect(fit?.logLikelihood).toBeCloseTo(expected, 10);
  });

  it('recovers a line that the shares lie on exactly', () => {
    const rows = [-3, -1, 0, 2, 4].map((x) => ({
      predictors: [x, x * x],
      trials: 1,
      successes: 1 / (1 + Math.exp(-(0.4 + 0.7 * x - 0.1 * x * x))),
    }));
    const { coefficients = [] } = fitLogistic(rows) ?? {};
    [0.4, 0.7, -0.1].forEach((value, i) => expect(coefficients[i]).toBeCloseTo(value, 8));
  });

  it('of answers that a predictor separates stays finite and says that it did not converge', () => {
    const fit = fitLogistic([
      { predictors: [0], trials: 10, successes: 0 },
      { predictors: [1], trials: 10, successes: 10 },
    ]);
    expect(fit?.converged).toBe(false);
    expect(fit?.logLikelihood).toBeCloseTo(0, 6);
    expect(fit?.coefficients.every(Number.isFinite)).toBe(true);
  });

  it('is not made where one predictor determines another', () => {
    const rows = [1, 2, 3].map((x) => ({ predictors: [x, 2 * x], trials: 4, successes: 2 }));
    expect(fitLogistic(rows)).toBeUndefined();
  });
});

it('a positive definite system is solved, and another refused', () => {
  const matrix = [Float64Array.of(4, 2), Float64Array.of(2, 3)];
  const solution = solvePositive(matrix, Float64Array.of(10, 9));
  expect(solution?.[0]).toBeCloseTo(1.5, 12);
  expect(solution?.[1]).toBeCloseTo(2, 12);
  expect(
    solvePositive([Float64Array.of(1, 1), Float64Array.of(1, 1)], Float64Array.of(1, 1)),
  ).toBeUndefined();
});
