import {
  areEnough,
  DIF_CODES,
  DIF_SEVERITIES,
  DIF_SIGNIFICANCE,
  groupSizes,
  stratified,
  type DifClass,
  type DifMinimum,
  type Favoured,
  type GroupedAnswer,
  type GroupSizes,
  type Stratum,
} from './dif-answers.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';
import { fitLogistic, type BinomialRow } from './numeric/logistic-regression.ts';
import { chiSquareTail } from './numeric/tails.ts';

/** A likelihood ratio test and what it adds to Nagelkerke's R². */
export interface AddedTerm {
  readonly statistic: number;
  readonly p: number;
  readonly addedR2: number;
}

export interface LogisticDifFigures extends GroupSizes {
  /** The group, at the same matching score: one degree of freedom. */
  readonly uniform: AddedTerm;
  /** The group changes how much the matching score matters: one degree of freedom. */
  readonly nonUniform: AddedTerm;
  /** Both: two degrees of freedom. */
  readonly both: AddedTerm;
  /** Log odds by which the item favours the reference group at the same matching score. */
  readonly logOddsRatio: number;
  readonly difClass: DifClass;
  readonly kind: 'uniform' | 'non-uniform' | 'none';
  readonly favours: Favoured;
}

export type LogisticDif =
  | Finding<'dif-logistic', 'negligible' | 'moderate' | 'large', LogisticDifFigures>
  | Finding<'dif-logistic', typeof NOT_ENOUGH_DATA, GroupSizes>;

/** Jodoin & Gierl (2001, Applied Measurement in Education 14, 329-349): from here B, from there C. */
const MODERATE_R2 = 0.035;
const LARGE_R2 = 0.07;

/**
 * Whether an item works differently in two groups among persons of the same matching score, by
 * logistic regression (Swaminathan & Rogers 1990, Journal of Educational Measurement 27, 361-370):
 * the matching score alone, then with the group (uniform), then with their product (non-uniform).
 * Sizes are changes of R² (Nagelkerke 1991), classes those of Jodoin & Gierl (2001): A also where
 * the two terms together are not significant.
 *
 * Under `minimum`, or where all answers are alike or all matching scores equal, there is no class.
 * Throws `invalid-argument` for a score other than 0 and 1.
 */
export function logisticDif(answers: readonly GroupedAnswer[], minimum: DifMinimum): LogisticDif {
  const strata = stratified(answers);
  const sizes = groupSizes(answers);
  const figures = areEnough(sizes, minimum) ? compared(strata, sizes) : undefined;
  if (figures === undefined) {
    return { check: 'dif-logistic', code: NOT_ENOUGH_DATA, severity: 'unknown', figures: sizes };
  }
  const difClass = classOf(figures.both);
  const kind =
    difClass === 'A' ? 'none' : figures.nonUniform.p < DIF_SIGNIFICANCE ? 'non-uniform' : 'uniform';
  const favours = kind !== 'uniform' ? 'neither' : figures.logOddsRatio > 0 ? 'reference' : 'focal';
  return {
    check: 'dif-logistic',
    code: DIF_CODES[difClass],
    severity: DIF_SEVERITIES[difClass],
    figures: { ...sizes, ...figures, difClass, kind, favours },
  };
}

function compared(strata: readonly Stratum[], sizes: GroupSizes) {
  const persons = sizes.reference + sizes.focal;
  const right = strata.reduce((sum, s) => sum + s.referenceRight + s.focalRight, 0);
  if (right === 0 || right === persons) return undefined;
  const rows = regressionRows(strata, persons);
  const [nothing, matched, uniform, full] = [0, 1, 2, 3].map((terms) =>
    fitLogistic(rows.map((row) => ({ ...row, predictors: row.predictors.slice(0, terms) }))),
  );
  if (!nothing || !matched || !uniform || !full) return undefined;
  const r2 = (logLikelihood: number) =>
    (1 - Math.exp((2 / persons) * (nothing.logLikelihood - logLikelihood))) /
    (1 - Math.exp((2 / persons) * nothing.logLikelihood));
  const added = (from: number, to: number, terms: number): AddedTerm => {
    const statistic = Math.max(0, 2 * (to - from));
    return {
      statistic,
      p: chiSquareTail(statistic, terms),
      addedR2: Math.max(0, r2(to) - r2(from)),
    };
  };
  return {
    uniform: added(matched.logLikelihood, uniform.logLikelihood, 1),
    nonUniform: added(uniform.logLikelihood, full.logLikelihood, 1),
    both: added(matched.logLikelihood, full.logLikelihood, 2),
    logOddsRatio: uniform.coefficients[2] ?? Number.NaN,
  };
}

/** The matching score in standard deviations, the group at ±1/2 so that swapping only flips signs. */
function regressionRows(strata: readonly Stratum[], persons: number): BinomialRow[] {
  const counted = strata.map((stratum) => ({
    stratum,
    count:
      stratum.referenceRight + stratum.referenceWrong + stratum.focalRight + stratum.focalWrong,
  }));
  const mean =
    counted.reduce((sum, { stratum, count }) => sum + count * stratum.matching, 0) / persons;
  const variance =
    counted.reduce((sum, { stratum, count }) => sum + count * (stratum.matching - mean) ** 2, 0) /
    persons;
  const sd = Math.sqrt(variance);
  return strata.flatMap((stratum) => {
    const matching = sd > 0 ? (stratum.matching - mean) / sd : 0;
    return [
      {
        predictors: [matching, 0.5, matching / 2],
        trials: stratum.referenceRight + stratum.referenceWrong,
        successes: stratum.referenceRight,
      },
      {
        predictors: [matching, -0.5, -matching / 2],
        trials: stratum.focalRight + stratum.focalWrong,
        successes: stratum.focalRight,
      },
    ];
  });
}

function classOf({ p, addedR2 }: AddedTerm): DifClass {
  if (p >= DIF_SIGNIFICANCE || addedR2 < MODERATE_R2) return 'A';
  return addedR2 < LARGE_R2 ? 'B' : 'C';
}
