/** The persons with one sum score: how many got each score on an item, and how many should have. */
export interface ScoreGroup {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** The smallest expected count that a chi-square approximation is trusted with. */
const SMALLEST_EXPECTED = 1;

/**
 * Merges cells until each expects at least one person: neighbouring scores within a group first
 * (Kang & Chen 2008), then, where fewer than two cells would be left, the whole group with its
 * neighbour on the side of the middle (Orlando & Thissen 2000). For items scored right or wrong only
 * the second ever happens. What was answered plays no part in what is merged.
 */
export function collapsedCells(groups: readonly ScoreGroup[]): ScoreGroup[] {
  const merged = [...groups];
  for (;;) {
    const index = merged.findIndex((group) => withinGroup(group).expected.length < 2);
    if (index === -1) return merged.map(withinGroup);
    if (merged.length < 2) return [];
    const first = index < (merged.length - 1) / 2 ? index : index - 1;
    const [lower, upper] = merged.slice(first, first + 2);
    if (lower === undefined || upper === undefined) return [];
    merged.splice(first, 2, {
      observed: lower.observed.map((count, score) => count + (upper.observed[score] ?? 0)),
      expected: lower.expected.map((count, score) => count + (upper.expected[score] ?? 0)),
    });
  }
}

function withinGroup(group: ScoreGroup): ScoreGroup {
  const observed = [...group.observed];
  const expected = [...group.expected];
  while (expected.length > 1) {
    const least = expected.indexOf(Math.min(...expected));
    if ((expected[least] ?? 0) >= SMALLEST_EXPECTED) break;
    const before = expected[least - 1] ?? Infinity;
    const after = expected[least + 1] ?? Infinity;
    const first = before <= after ? least - 1 : least;
    for (const counts of [observed, expected]) {
      counts.splice(first, 2, (counts[first] ?? 0) + (counts[first + 1] ?? 0));
    }
  }
  return { observed, expected };
}
