import type { Measure } from './likelihood.ts';

/**
 * What of a group's measures its figures follow from. The sums of two groups add up to those of
 * both, so that a school's need be worked out once for every place that it is in.
 */
export interface GroupSums {
  /** How many pupils. */
  count: number;
  /** Sum of the weights w. */
  w: number;
  /** Sums of w times the value, and times its square. */
  wx: number;
  wxx: number;
  /** Sum of the squared weights. */
  ww: number;
  /** Sums of the variances v times w, and times its square. */
  wv: number;
  wwv: number;
  wwvv: number;
}

/** How far pupils of a group are spread, for their weights alone: any choice leaves the mean true. */
const USUAL_VARIANCE = 1;

/** The sums of nobody. */
export const noSums = (): GroupSums => ({
  ...{ count: 0, w: 0, wx: 0, wxx: 0 },
  ...{ ww: 0, wv: 0, wwv: 0, wwvv: 0 },
});

/** Adds a pupil to sums, in place. */
export function addMeasure(sums: GroupSums, { value, variance }: Measure): void {
  const w = 1 / (USUAL_VARIANCE + variance);
  sums.count += 1;
  sums.w += w;
  sums.wx += w * value;
  sums.wxx += w * value * value;
  sums.ww += w * w;
  sums.wv += w * variance;
  sums.wwv += w * w * variance;
  sums.wwvv += w * w * variance * variance;
}

/** Adds the sums of others to sums, in place. */
export function addSums(sums: GroupSums, others: Readonly<GroupSums>): void {
  sums.count += others.count;
  sums.w += others.w;
  sums.wx += others.wx;
  sums.wxx += others.wxx;
  sums.ww += others.ww;
  sums.wv += others.wv;
  sums.wwv += others.wwv;
  sums.wwvv += others.wwvv;
}
