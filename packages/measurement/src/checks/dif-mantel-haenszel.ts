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
import { chiSquareTail, normalTail } from './numeric/tails.ts';

export interface MantelHaenszelFigures extends GroupSizes {
  /** Chi-square with one degree of freedom, corrected for continuity, and its p-value. */
  readonly statistic: number;
  readonly p: number;
  /** Natural logarithm of the common odds ratio; above 0 the item favours the reference group. */
  readonly logOddsRatio: number;
  readonly standardError: number;
  /** The same on the delta scale of difficulty: -2.35 times it; below 0 it is harder for the focal group. */
  readonly delta: number;
  readonly difClass: DifClass;
  readonly favours: Favoured;
}

export type MantelHaenszel =
  | Finding<'dif-mantel-haenszel', 'negligible' | 'moderate' | 'large', MantelHaenszelFigures>
  | Finding<'dif-mantel-haenszel', typeof NOT_ENOUGH_DATA, GroupSizes>;

/** Holland & Thayer (1985): -4/1.7, by which log odds become differences on the delta scale. */
const DELTA_PER_LOG_ODDS = -2.35;

/**
 * Whether an item is harder for one of two groups among persons of the same matching score: Mantel
 * & Haenszel (1959) as Holland & Thayer (1988) use it, with the variance of the log odds ratio by
 * Robins, Breslow & Greenland (1986, Biometrics 42, 311-323).
 *
 * The classes are those of Dorans & Holland (1993) and Zwick (2012): A where delta is under 1 or
 * not significantly different from 0; C where it is at least 1.5 and significantly beyond 1; else B.
 * Under `minimum`, or where no stratum holds both groups and both answers, there is no class.
 *
 * Throws `invalid-argument` for a score other than 0 and 1.
 */
export function mantelHaenszel(
  answers: readonly GroupedAnswer[],
  minimum: DifMinimum,
): MantelHaenszel {
  const strata = stratified(answers);
  const sizes = groupSizes(answers);
  const figures = areEnough(sizes, minimum) ? compared(strata) : undefined;
  if (figures === undefined) {
    return {
      check: 'dif-mantel-haenszel',
      code: NOT_ENOUGH_DATA,
      severity: 'unknown',
      figures: sizes,
    };
  }
  const difClass = classOf(figures);
  const favours = difClass === 'A' ? 'neither' : figures.logOddsRatio > 0 ? 'reference' : 'focal';
  return {
    check: 'dif-mantel-haenszel',
    code: DIF_CODES[difClass],
    severity: DIF_SEVERITIES[difClass],
    figures: { ...sizes, ...figures, difClass, favours },
  };
}

function compared(strata: readonly Stratum[]) {
  let rightMinusExpected = 0;
  let variance = 0;
  let concordant = 0;
  let discordant = 0;
  let bothConcordant = 0;
  let mixed = 0;
  let bothDiscordant = 0;
  for (const { referenceRight, referenceWrong, focalRight, focalWrong } of strata) {
    const reference = referenceRight + referenceWrong;
    const focal = focalRight + focalWrong;
    const right = referenceRight + focalRight;
    const total = reference + focal;
    if (total < 2) continue;
    rightMinusExpected += referenceRight - (reference * right) / total;
    variance += (reference * focal * right * (total - right)) / (total * total * (total - 1));
    const agree = (referenceRight * focalWrong) / total;
    const differ = (referenceWrong * focalRight) / total;
    const agreeing = (referenceRight + focalWrong) / total;
    concordant += agree;
    discordant += differ;
    bothConcordant += agreeing * agree;
    mixed += agreeing * differ + (1 - agreeing) * agree;
    bothDiscordant += (1 - agreeing) * differ;
  }
  if (!(variance > 0 && concordant > 0 && discordant > 0)) return undefined;
  const statistic = Math.max(0, Math.abs(rightMinusExpected) - 0.5) ** 2 / variance;
  const logOddsRatio = Math.log(concordant) - Math.log(discordant);
  const standardError = Math.sqrt(
    bothConcordant / (2 * concordant ** 2) +
      mixed / (2 * concordant * discordant) +
      bothDiscordant / (2 * discordant ** 2),
  );
  return {
    statistic,
    p: chiSquareTail(statistic, 1),
    logOddsRatio,
    standardError,
    delta: DELTA_PER_LOG_ODDS * logOddsRatio,
  };
}

function classOf(figures: { p: number; delta: number; standardError: number }): DifClass {
  const size = Math.abs(figures.delta);
  if (size < 1 || figures.p >= DIF_SIGNIFICANCE) return 'A';
  const beyondOne = (size - 1) / (Math.abs(DELTA_PER_LOG_ODDS) * figures.standardError);
  return size >= 1.5 && normalTail(beyondOne) < DIF_SIGNIFICANCE ? 'C' : 'B';
}
