/** So many months of figures stay, one publication a month, besides the newest. */
const MONTHS_KEPT = 36;

interface Dated {
  id: string;
  releaseVersion: string;
  madeAt: Date;
}

/**
 * The publications that have had their time: of each release the newest stays, and the first of each
 * month for three years, from which one reads what became of a place.
 */
export function outdated(publications: readonly Dated[], now: Date): string[] {
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_KEPT);
  const stays = new Set<string>();
  for (const some of Map.groupBy(publications, (one) => one.releaseVersion).values()) {
    const inOrder = some.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
    const newest = inOrder.at(-1);
    if (newest) stays.add(newest.id);
    const months = Map.groupBy(inOrder, ({ madeAt }) => madeAt.toISOString().slice(0, 7));
    for (const [first] of months.values()) {
      if (first && first.madeAt >= oldest) stays.add(first.id);
    }
  }
  return publications.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
}
