import type { NormalPrior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { checkItem, type ItemParameters, maxScore } from '../models/item-parameters.ts';
import { curveDistance, weightedAbilities } from './curve-distance.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';
import { characteristicCurveLink, type CurveMethod } from './linking-curves.ts';
import { type CommonItem, type ScaleLink, transformItem } from './scale-link.ts';

export type LinkingMethod = 'mean-sigma' | CurveMethod;

export interface LinkingRequest {
  readonly items: readonly CommonItem[];
  readonly method: LinkingMethod;
  /** Where curves are compared on each scale: the abilities that count. */
  readonly populations: { readonly from: NormalPrior; readonly to: NormalPrior };
  readonly rules: LinkingRules;
}

export interface LinkingRules {
  readonly minimumItems: number;
  /** Root mean square difference of linked curves from which to look, and from which to decide. */
  readonly lookFrom: number;
  readonly actFrom: number;
}

export const LINKING_RULES: LinkingRules = { minimumItems: 5, lookFrom: 0.05, actFrom: 0.1 };

export interface LinkingFigures extends ScaleLink {
  readonly items: number;
  /** How far apart each item's linked curves are, as a share of its points, in the given order. */
  readonly distances: readonly number[];
  /** Their root mean square. */
  readonly distance: number;
}

export type Linking =
  | Finding<'linking', 'linked' | 'poor-agreement', LinkingFigures>
  | Finding<'linking', typeof NOT_ENOUGH_DATA, { readonly items: number }>;

/**
 * The line that takes abilities of one scale to another, from items calibrated on both (see
 * `transformItem`). By mean and sigma of the difficulties (Marco 1977), or, from that start, by the
 * curves: each item's (Haebara 1980) or the whole test's (Stocking & Lord 1983, Applied
 * Psychological Measurement 7, 201-210). Curves are compared on both scales, so that linking the
 * other way gives the inverse (Haebara 1980; Kim & Kolen 2007).
 *
 * Throws `invalid-argument` for items that are none, or that are scored out of different points.
 */
export function linkScales(request: LinkingRequest): Linking {
  const { items, method, populations, rules } = request;
  items.forEach(checkPair);
  if (items.length < rules.minimumItems) {
    const figures = { items: items.length };
    return { check: 'linking', code: NOT_ENOUGH_DATA, severity: 'unknown', figures };
  }
  const start = meanSigma(items);
  const link =
    method === 'mean-sigma' ? start : characteristicCurveLink(items, method, populations, start);
  const abilities = weightedAbilities(populations.to);
  const distances = items.map(({ from, to }) =>
    curveDistance(transformItem(from, link), to, abilities),
  );
  const distance = Math.sqrt(mean(distances.map((d) => d * d)));
  const agrees = distance < rules.lookFrom;
  return {
    check: 'linking',
    code: agrees ? 'linked' : 'poor-agreement',
    severity: agrees ? 'fine' : distance < rules.actFrom ? 'look' : 'act',
    figures: { ...link, items: items.length, distances, distance },
  };
}

/** From difficulties of all steps; the slope from discriminations where difficulties do not vary. */
function meanSigma(items: readonly CommonItem[]): ScaleLink {
  const from = items.flatMap((item) => difficulties(item.from));
  const to = items.flatMap((item) => difficulties(item.to));
  const [fromSd, toSd] = [deviation(from), deviation(to)];
  const slope =
    fromSd > 1e-6 && toSd > 1e-6
      ? toSd / fromSd
      : mean(items.map((item) => item.from.discrimination)) /
        mean(items.map((item) => item.to.discrimination));
  return { slope, intercept: mean(to) - slope * mean(from) };
}

function difficulties(item: ItemParameters): readonly number[] {
  return 'steps' in item ? item.steps : [item.difficulty];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

function checkPair({ from, to }: CommonItem): void {
  checkItem(from, 0, 0);
  checkItem(to, 0, 0);
  if (maxScore(from) === maxScore(to)) return;
  throw new MeasurementError(
    'invalid-argument',
    `A common item needs as many points on both scales; got ${maxScore(from)} and ${maxScore(to)}.`,
  );
}
