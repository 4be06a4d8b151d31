import type { NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { checkItem, type ItemParameters, locationOf, maxScore } from '../models/item-parameters.ts';
import { curveDistance, weightedAbilities } from './curve-distance.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';
import { interquartileRange, median } from './numeric/quantiles.ts';
import { twoSidedNormal } from './numeric/tails.ts';

/** An item's parameters and how sure a calibration is of them. */
export interface ItemWithErrors {
  readonly parameters: ItemParameters;
  /** Standard error of the location (`locationOf`), in logits; above 0. */
  readonly locationError: number;
  /** Standard error of the discrimination; 0 where it was held fixed. */
  readonly discriminationError: number;
}

/** One item in two calibrations on the same scale: link the later one first (`linkScales`). */
export interface RecalibratedItem {
  readonly before: ItemWithErrors;
  readonly after: ItemWithErrors;
}

export interface DriftRules {
  readonly significance: number;
  /** Shift of the location from which to look, and from which to decide, in logits. */
  readonly lookFromLogits: number;
  readonly actFromLogits: number;
  /** Ratio of discriminations, either way, from which to look. */
  readonly lookFromRatio: number;
  readonly minimumItems: number;
}

/** Half a level where cuts lie a logit apart; 0.3 is the displacement that Rasch users look into. */
export const DRIFT_RULES: DriftRules = {
  significance: 0.01,
  lookFromLogits: 0.3,
  actFromLogits: 0.5,
  lookFromRatio: 1.5,
  minimumItems: 5,
};

export interface DriftFigures {
  /** How much harder the item became than the others did (their median shift), in logits. */
  readonly shift: number;
  /** The shift over its standard error (Wald), and its two-sided p-value. */
  readonly z: number;
  readonly p: number;
  /** The shift over 0.74 interquartile ranges of all items' shifts; null where they do not vary. */
  readonly robustZ: number | null;
  /** Discrimination after over before; its p-value is null where both were held fixed. */
  readonly discriminationRatio: number;
  readonly discriminationP: number | null;
  /** How far apart the two curves are over the population, as a share of the item's points. */
  readonly distance: number;
}

export type Drift =
  | Finding<'drift', 'stable' | 'harder' | 'easier' | 'sharper' | 'blunter', DriftFigures>
  | Finding<'drift', typeof NOT_ENOUGH_DATA, { readonly items: number }>;

/**
 * Whether each item kept its place between two calibrations. Shifts are taken from their median, so
 * that what is left of a shift of the whole scale, or one drifting item that drew the link, is not
 * held against the others, and told from chance by their standard errors (Wald; Lord 1980); the
 * robust z of Huynh & Meyer (2010, Practical Assessment, Research & Evaluation 15, 2) says how an
 * item stands out from the others. A drift is named only where it is both sure and large enough.
 *
 * With fewer than `minimumItems` nothing can be said; nor of an item whose errors are so large that
 * a drift that needs a decision would go unseen. Throws `invalid-argument` for items or errors that
 * are none, or points that differ.
 */
export function itemDrift(
  items: readonly RecalibratedItem[],
  population: NormalPrior,
  rules: DriftRules,
): Drift[] {
  items.forEach(checkPair);
  const shifts = items.map(
    ({ before, after }) => locationOf(after.parameters) - locationOf(before.parameters),
  );
  const centre = items.length > 0 ? median(shifts) : 0;
  const spread = items.length > 0 ? 0.74 * interquartileRange(shifts) : 0;
  const abilities = weightedAbilities(population);
  return items.map(({ before, after }, index): Drift => {
    const shift = (shifts[index] ?? Number.NaN) - centre;
    const error = Math.hypot(before.locationError, after.locationError);
    const p = twoSidedNormal(shift / error);
    const isUnseen =
      p >= rules.significance && twoSidedNormal(rules.actFromLogits / error) >= rules.significance;
    if (items.length < rules.minimumItems || isUnseen) {
      const figures = { items: items.length };
      return { check: 'drift', code: NOT_ENOUGH_DATA, severity: 'unknown', figures };
    }
    return judged(
      {
        shift,
        z: shift / error,
        p,
        robustZ: spread > 1e-9 ? shift / spread : null,
        ...comparedSlopes(before, after),
        distance: curveDistance(before.parameters, after.parameters, abilities),
      },
      rules,
    );
  });
}

function judged(figures: DriftFigures, rules: DriftRules): Drift {
  const size = Math.abs(figures.shift);
  if (figures.p < rules.significance && size >= rules.lookFromLogits) {
    return {
      check: 'drift',
      code: figures.shift > 0 ? 'harder' : 'easier',
      severity: size < rules.actFromLogits ? 'look' : 'act',
      figures,
    };
  }
  const { discriminationRatio: ratio, discriminationP } = figures;
  const slopeChanged = discriminationP !== null && discriminationP < rules.significance;
  if (slopeChanged && Math.max(ratio, 1 / ratio) >= rules.lookFromRatio) {
    return { check: 'drift', code: ratio > 1 ? 'sharper' : 'blunter', severity: 'look', figures };
  }
  return { check: 'drift', code: 'stable', severity: 'fine', figures };
}

/** On the logarithm of the discrimination, whose error is that of the discrimination over it. */
function comparedSlopes(before: ItemWithErrors, after: ItemWithErrors) {
  const [from, to] = [before.parameters.discrimination, after.parameters.discrimination];
  const error = Math.hypot(before.discriminationError / from, after.discriminationError / to);
  return {
    discriminationRatio: to / from,
    discriminationP: error > 0 ? twoSidedNormal(Math.log(to / from) / error) : null,
  };
}

function checkPair({ before, after }: RecalibratedItem): void {
  for (const { parameters, locationError, discriminationError } of [before, after]) {
    checkItem(parameters, 0, 0);
    if (!(
      locationError > 0 &&
      locationError < Infinity &&
      discriminationError >= 0 &&
      discriminationError < Infinity
    )) {
      throw new MeasurementError(
        'invalid-argument',
        `Drift needs standard errors, above 0 for the location; got ${locationError} and ${discriminationError}.`,
      );
    }
  }
  if (maxScore(before.parameters) !== maxScore(after.parameters)) {
    throw new MeasurementError('invalid-argument', 'An item needs as many points both times.');
  }
}
