/** A figure and its 95 % interval, in the unit of the figure. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** What a picture shows of one group: `null` where its figure is hidden. */
export interface EstimateRow {
  label: string;
  estimate: Estimate | null;
}

/** Half of a normal 95 % interval, in standard errors. */
export const HALF_INTERVAL = 1.96;

/** A figure with the interval that its standard error gives. */
export const estimateOf = (value: number, standardError: number): Estimate => ({
  value,
  low: value - HALF_INTERVAL * standardError,
  high: value + HALF_INTERVAL * standardError,
});

/** The ends of all intervals that are shown. */
export const endsOf = (estimates: readonly (Estimate | null)[]): number[] =>
  estimates.flatMap((estimate) => (estimate === null ? [] : [estimate.low, estimate.high]));
