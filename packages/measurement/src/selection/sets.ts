import { MeasurementError } from '../core/errors.ts';

/** How items that share a document are given. */
export interface SetRules {
  /** Most items of one set in a sitting. */
  readonly maxItems: number;
  /**
   * A set goes on while its best item left tells at least this share of what the best of all would,
   * 0 to 1: reading another document takes longer than another question on the same one.
   */
  readonly minShare: number;
}

/** An item's set, where it has one. */
export interface InSet {
  readonly set?: string;
}

/** Throws `invalid-argument` for rules by which no set could be given. */
export function checkSetRules({ maxItems, minShare }: SetRules): void {
  if (Number.isInteger(maxItems) && maxItems >= 1 && minShare >= 0 && minShare <= 1) return;
  throw new MeasurementError(
    'invalid-argument',
    `Sets need maxItems from 1 and minShare from 0 to 1; got ${maxItems} and ${minShare}.`,
  );
}

/** The set that the last item given belongs to, where more of its items may follow. */
export function openSet(given: readonly InSet[], { maxItems }: SetRules): string | null {
  const set = given.at(-1)?.set;
  if (set === undefined) return null;
  return given.filter((item) => item.set === set).length < maxItems ? set : null;
}

/** The sets that a sitting has begun, but for the one that is open. */
export function leftSets(given: readonly InSet[], open: string | null): ReadonlySet<string> {
  return new Set(given.flatMap(({ set }) => (set === undefined || set === open ? [] : set)));
}

/**
 * The places to compare where no set is open: those of the set that is worth most, or all that are
 * of no set, whichever has the larger merit. What a set is worth is the mean merit of its best
 * items, as many as may be given of it: one excellent item among poor ones is worth less than
 * several good ones.
 */
export function ofBestSet(
  candidates: readonly InSet[],
  merits: Float64Array,
  places: Iterable<number>,
  mostItems: number,
): readonly number[] {
  const meritAt = (place: number): number => merits[place] ?? 0;
  const groups = Map.groupBy(places, (place) => candidates[place]?.set);
  let best: readonly number[] = [];
  let most = -Infinity;
  for (const [set, own] of groups) {
    const counted = own.map(meritAt).sort((a, b) => b - a);
    const top = counted.slice(0, set === undefined ? 1 : Math.max(1, mostItems));
    const worth = top.reduce((sum, merit) => sum + merit, 0) / top.length;
    // Of sets worth the same, the first by name: the order of the candidates changes nothing.
    if (worth > most || (worth === most && (set ?? '') < (candidates[best[0] ?? 0]?.set ?? ''))) {
      best = own;
      most = worth;
    }
  }
  return best;
}
