import { startPosterior, type Posterior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { standardGrid, type AbilityGrid } from '../core/grid.ts';
import { checkCorrelations, type Correlations } from './correlations.ts';
import type { JointGaussian } from './gaussian.ts';

/** What is believed of a pupil's abilities beforehand, in logits, in the order of the competences. */
export interface JointPrior {
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly correlations: Correlations;
}

/** The abilities in n competences, jointly normal beforehand; made once for a scale. */
export interface JointModel {
  readonly prior: JointPrior;
  readonly size: number;
  readonly grid: AbilityGrid;
  /** Each competence by itself, before any response. */
  readonly startAlone: readonly Posterior[];
  /** All competences, as deviations from their prior means. */
  readonly start: JointGaussian;
  /** What a competence's message to the others may weaken them by at most: see `refineSite`. */
  readonly leastSitePrecision: number;
}

/**
 * The model of jointly normal abilities (the between-item multidimensional model of Adams, Wilson &
 * Wang 1997, Applied Psychological Measurement 21, 1-23; its use in adaptive tests: Segall 1996,
 * Psychometrika 61, 331-354).
 *
 * Throws `invalid-argument` where the lists differ in length, the correlations are not positive
 * definite (`checkCorrelations`) or the grid cannot carry a prior (`startPosterior`).
 */
export function createJointModel(prior: JointPrior, grid: AbilityGrid = standardGrid): JointModel {
  const { means, sds, correlations } = prior;
  const size = means.length;
  if (!(sds.length === size && correlations.length === size)) {
    throw new MeasurementError(
      'invalid-argument',
      `A joint model needs a mean, a sd and a row of correlations for each competence; got ${size}, ${sds.length} and ${correlations.length}.`,
    );
  }
  checkCorrelations(correlations);
  const startAlone = means.map((mean, i) => startPosterior({ mean, sd: sds[i] ?? NaN }, grid));
  const covariance = Float64Array.from(
    correlations.flatMap((row, i) =>
      row.map((value, j) => value * ((sds[i] ?? 0) * (sds[j] ?? 0))),
    ),
  );
  const trace = sds.reduce((sum, sd) => sum + sd * sd, 0);
  return {
    prior,
    size,
    grid,
    startAlone,
    start: { mean: new Float64Array(size), covariance },
    leastSitePrecision: -1 / (2 * trace),
  };
}

/** Throws `invalid-argument` for a competence that the model does not have. */
export function checkCompetence(model: JointModel, index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < model.size) return;
  throw new MeasurementError(
    'invalid-argument',
    `A competence is a whole number from 0 to ${model.size - 1}; got ${index}.`,
  );
}
