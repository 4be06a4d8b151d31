/** How often items were given, over all simulated sittings. Shares are 0 to 1. */
export interface ExposureFigures {
  /** Largest and mean share of sittings that gave an item. */
  readonly maxExposure: number;
  readonly meanExposure: number;
  /** Share of the bank's items that no sitting gave. */
  readonly neverGiven: number;
  /**
   * Share of a test that two pupils have in common, over all pairs of pupils; null where no two
   * pupils got an item.
   */
  readonly meanOverlap: number | null;
}

/**
 * Exposure and overlap from how many of the sittings gave each item.
 *
 * Two pupils of N have on average Σ m(m - 1) / N(N - 1) items in common, m being how many of them
 * got an item: counted exactly, without comparing them pair by pair (Chen, Ankenmann & Spray 2003,
 * Journal of Educational Measurement 40, 129-145). The share is of the mean length.
 */
export function exposureFigures(counts: readonly number[], sittings: number): ExposureFigures {
  const given = counts.reduce((sum, count) => sum + count, 0);
  const pairs = counts.reduce((sum, count) => sum + count * (count - 1), 0);
  return {
    maxExposure: Math.max(...counts) / sittings,
    meanExposure: given / counts.length / sittings,
    neverGiven: counts.filter((count) => count === 0).length / counts.length,
    meanOverlap: sittings < 2 || given === 0 ? null : pairs / ((sittings - 1) * given),
  };
}
