/** The smallest of the values that at least this share (0 to 1) of them do not exceed. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There are no values.');
  return value;
}

/** A value seen at a time. */
export interface Point {
  atMs: number;
  value: number;
}

/**
 * The slope of values over time, a minute: the median of the slopes between all pairs (Theil 1950,
 * Sen 1968). Up to 29 % of the points may be anything without moving it far.
 */
export function slopePerMinute(points: readonly Point[]): number {
  const slopes = points.flatMap((a, index) =>
    points
      .slice(index + 1)
      .filter((b) => b.atMs !== a.atMs)
      .map((b) => ((b.value - a.value) * 60_000) / (b.atMs - a.atMs)),
  );
  return quantileOf(slopes, 0.5);
}

/** The lowest point of each window of time: what is left where values rise and are collected. */
export function floorsOf(points: readonly Point[], windowMs: number): Point[] {
  const windows = Map.groupBy(points, ({ atMs }) => Math.floor(atMs / windowMs));
  return Array.from(windows.values(), (window) =>
    window.reduce((lowest, point) => (point.value < lowest.value ? point : lowest)),
  );
}
