import { type Estimate, estimateOf } from './estimate.ts';

/** A share of the pupils, estimated, from 0 to 1. */
export interface EstimatedShare {
  share: number;
  standardError: number;
}

/** How the pupils of a group are spread over the levels. */
export interface Distribution {
  /** How many pupils are behind it, as the page tells counts. */
  pupils: number;
  /** Of each level, lowest first. */
  shares: EstimatedShare[];
  /** Of several upper levels together: its error does not follow from theirs. */
  upper: EstimatedShare;
}

/** A level's part of a bar, in percent of it. */
export interface Segment {
  label: string;
  share: number;
  from: number;
  width: number;
  /** Whether the level's name has room in it. */
  hasRoom: boolean;
}

/** A narrower segment has no room for its label, in percent of the bar. */
const NARROW = 7;

/** The parts of a bar, lowest level first; together they fill it, whatever estimates sum to. */
export function segmentsOf(
  shares: readonly EstimatedShare[],
  labels: readonly string[],
): Segment[] {
  const parts = shares.map(({ share }) => Math.max(0, share));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const percent = (part: number) => (all === 0 ? 0 : (part / all) * 100);
  let from = 0;
  return labels.map((label, index) => {
    const width = percent(parts[index] ?? 0);
    const segment = { label, share: width / 100, from, width, hasRoom: width >= NARROW };
    from += width;
    return segment;
  });
}

/**
 * Where the bar's upper levels begin, with the 95 % interval, in percent of the bar: the upper levels
 * are at its end, so that a larger share begins further to the left.
 */
export function upperEdge({ share, standardError }: EstimatedShare): Estimate {
  const { value, low, high } = estimateOf(share, standardError);
  const edge = (part: number) => 100 - Math.min(1, Math.max(0, part)) * 100;
  return { value: edge(value), low: edge(high), high: edge(low) };
}
