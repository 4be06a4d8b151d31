import { solvePositive } from './solve.ts';

/** Observations that share the same predictors: how many there are, and how many succeeded. */
export interface BinomialRow {
  readonly predictors: readonly number[];
  readonly trials: number;
  readonly successes: number;
}

export interface LogisticFit {
  /** The intercept, then one coefficient for each predictor. */
  readonly coefficients: readonly number[];
  readonly logLikelihood: number;
  /** False where no maximum exists (the predictors separate the answers) or none was reached. */
  readonly converged: boolean;
}

/**
 * Maximum likelihood logistic regression by Newton's method with step halving (Fisher scoring, the
 * same thing for this link). Undefined where the predictors determine one another.
 */
export function fitLogistic(rows: readonly BinomialRow[]): LogisticFit | undefined {
  const size = 1 + (rows[0]?.predictors.length ?? 0);
  let coefficients = new Float64Array(size);
  let current = evaluate(rows, coefficients);
  for (let iteration = 0; iteration < 50; iteration += 1) {
    const step = solvePositive(current.information, current.gradient);
    if (step === undefined) {
      return iteration === 0 ? undefined : done(coefficients, current, false);
    }
    let share = 1;
    let next = moved(coefficients, step, share);
    let there = evaluate(rows, next);
    while (!(there.logLikelihood >= current.logLikelihood) && share > 1e-6) {
      share /= 2;
      next = moved(coefficients, step, share);
      there = evaluate(rows, next);
    }
    const gained = there.logLikelihood - current.logLikelihood;
    if (!(gained >= 0)) return done(coefficients, current, true);
    coefficients = next;
    current = there;
    const largest = Math.max(...step.map(Math.abs));
    if (gained <= 1e-12 * (1 + Math.abs(current.logLikelihood)) && largest < 1e-6) {
      return done(coefficients, current, true);
    }
  }
  return done(coefficients, current, false);
}

interface Evaluation {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: readonly Float64Array[];
}

function evaluate(rows: readonly BinomialRow[], coefficients: Float64Array): Evaluation {
  const gradient = new Float64Array(coefficients.length);
  const information = Array.from(coefficients, () => new Float64Array(coefficients.length));
  let logLikelihood = 0;
  for (const { predictors, trials, successes } of rows) {
    const x = [1, ...predictors];
    const logit = x.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
    const decay = Math.exp(-Math.abs(logit));
    const likelier = 1 / (1 + decay);
    const probability = logit < 0 ? likelier * decay : likelier;
    logLikelihood += successes * logit - trials * (Math.max(0, logit) + Math.log1p(decay));
    const residual = successes - trials * probability;
    const weight = trials * likelier * likelier * decay;
    for (const [i, row] of information.entries()) {
      const xi = x[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + xi * residual;
      for (let j = 0; j < row.length; j += 1) {
        row[j] = (row[j] ?? 0) + weight * xi * (x[j] ?? 0);
      }
    }
  }
  return { logLikelihood, gradient, information };
}

function moved(from: Float64Array, step: Float64Array, share: number) {
  return from.map((value, i) => value + share * (step[i] ?? 0));
}

function done(coefficients: Float64Array, { logLikelihood }: Evaluation, converged: boolean) {
  return { coefficients: [...coefficients], logLikelihood, converged };
}
