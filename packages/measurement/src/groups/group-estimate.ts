import { MeasurementError } from '../core/errors.ts';
import { normalTail } from '../checks/numeric/tails.ts';
import type { GroupSums } from './group-sums.ts';

/** Where a group stands, in logits. */
export interface GroupEstimate {
  mean: number;
  /** Standard error of the mean, by which pupils were there and by how well each was measured. */
  standardError: number;
  /** The part of it that comes from measuring alone: what is left where the group is everybody. */
  measurementError: number;
  /** How far apart the pupils' abilities are, without what measuring adds; 0 where no more is seen. */
  sd: number;
  /** Standard error of `sd`; 0 where `sd` is. */
  sdError: number;
}

/** A share of the pupils, and its standard error; both from 0 to 1. */
export interface GroupShare {
  share: number;
  standardError: number;
}

/**
 * Mean and spread of abilities in a group: the model of random effects, its variance by moments
 * (DerSimonian & Laird 1986, Controlled Clinical Trials 7, 177-188, with the weights of
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28, 105-114). It is what plausible values
 * tend to where there are many of them and the group is normal, without drawing any. `null` of fewer
 * than two pupils.
 */
export function estimateGroup(sums: GroupSums): GroupEstimate | null {
  const { count, w, wx, wxx, ww, wv, wwv, wwvv } = sums;
  if (count < 2) return null;
  const mean = wx / w;
  const scattered = wxx - wx * mean - (wv - wwv / w);
  const freedom = w - ww / w;
  const variance = Math.max(0, scattered / freedom);
  // Of the squared distances from the mean, were it known, each with variance 2 (variance + v)².
  const ofVariance =
    (2 * (variance * variance * ww + 2 * variance * wwv + wwvv)) / (freedom * freedom);
  const sd = Math.sqrt(variance);
  return {
    mean,
    standardError: Math.sqrt(variance * ww + wwv) / w,
    measurementError: Math.sqrt(wwv) / w,
    sd,
    sdError: sd === 0 ? 0 : Math.sqrt(ofVariance) / (2 * sd),
  };
}

/** As narrow as a group is taken to be, so that nobody is put on a cut point. */
const LEAST_SD = 0.1;

/**
 * Which share of a group is at each level or above it, given the cut points between levels: all of
 * it at the first. Errors as those of `sharesOfGroup`; one share's does not follow from others'.
 */
export function sharesAtLeast(estimate: GroupEstimate, cuts: readonly number[]): GroupShare[] {
  const { mean, standardError, sdError } = estimate;
  const sd = Math.max(LEAST_SD, estimate.sd);
  return [-Infinity, ...cuts].map((cut) => {
    const { below, density, moment } = at((cut - mean) / sd);
    return {
      share: 1 - below,
      standardError: Math.hypot((density / sd) * standardError, (moment / sd) * sdError),
    };
  });
}

/**
 * Which share of a group is at each level, as its mean and spread say, given the cut points between
 * levels; its errors by the delta method. Levels that answers are counted at are drawn apart by
 * errors of measuring; these shares are not. Throws `invalid-argument` where the cuts do not increase.
 */
export function sharesOfGroup(estimate: GroupEstimate, cuts: readonly number[]): GroupShare[] {
  if (cuts.some((cut, i) => !(cut > (cuts[i - 1] ?? -Infinity)))) {
    throw new MeasurementError('invalid-argument', 'Cut points must increase.');
  }
  const { mean, standardError, sdError } = estimate;
  const sd = Math.max(LEAST_SD, estimate.sd);
  const below = [-Infinity, ...cuts, Infinity].map((cut) => at((cut - mean) / sd));
  return below.slice(1).map((upper, i) => {
    const lower = below[i] ?? at(-Infinity);
    const byMean = (lower.density - upper.density) / sd;
    const bySd = (lower.moment - upper.moment) / sd;
    return {
      share: Math.max(0, upper.below - lower.below),
      standardError: Math.hypot(byMean * standardError, bySd * sdError),
    };
  });
}

/** The standard normal at a place: what lies below, its density, and density times place. */
function at(z: number): { below: number; density: number; moment: number } {
  if (!Number.isFinite(z)) return { below: z > 0 ? 1 : 0, density: 0, moment: 0 };
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return { below: 1 - normalTail(z), density, moment: z * density };
}
