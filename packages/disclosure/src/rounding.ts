/** Published counts are multiples of this. */
export const ROUNDING_BASE = 5;

/** The least and the most that something may be. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/**
 * The multiple of 5 nearest to a count: what is published of it. Every count is rounded by itself,
 * totals too, so that none is further than 2 from the truth; a total and its k parts then add up
 * within 2 (k + 1). The same count always gives the same number: asking again tells nothing.
 */
export const roundCount = (count: number): number =>
  Math.round(count / ROUNDING_BASE) * ROUNDING_BASE;

/** The counts that may stand behind a published one, for whoever knows the rules. */
export function countsBehind(published: number, minimumCell: number): Interval {
  const reach = Math.floor(ROUNDING_BASE / 2);
  return { least: Math.max(minimumCell, published - reach), most: published + reach };
}
