import { boundedBy, type Bounds, boundsOf } from './bounds.ts';
import { followedFrom } from './following.ts';
import { type Price, type Rules, startHiding } from './hiding.ts';
import type { IndexedTable } from './indexed-table.ts';
import { LEAST_VALUES, protectionOf } from './protection.ts';
import { countsBehind, type Interval, roundCount } from './rounding.ts';

/**
 * How many values a count under the minimum must keep by sums taken one after the other: three times
 * as many as it must keep in all, since solving sums together tells more.
 */
const WIDE = 3 * LEAST_VALUES;

/** In tables of up to so many cells, other tables are looked for that prove the rest. */
const PROVABLE = 500;

/** More than any count. */
const FAR_ABOVE = 1e12;

/**
 * After so many rounds all cells that an exposed count leans on are hidden, not one; and after as
 * many again the whole table, so that no table takes for ever. A country takes four.
 */
const PATIENCE = 60;

const anything: Interval = { least: 0, most: Number.POSITIVE_INFINITY };

/**
 * The cells of a large table to hide, found in time: the cheapest count of a sum that gives a small
 * one away; then, as long as there is a count under the minimum that is closely bounded by sums taken
 * one after the other, one by which it is bounded; then, as long as a hidden count follows from
 * several sums, one of those that it follows from. In a table that is not too large, the same is done
 * as long as there is a small count that no two tables of whole counts show to be protected.
 */
export function hideQuickly(table: IndexedTable, rules: Rules): ReadonlySet<number> {
  const countOf = (cell: number) => table.counts[cell] ?? 0;
  const hiding = startHiding(table, rules, priceOf(table));
  const { hidden, isHidden, small } = hiding;
  const known = (cell: number) =>
    isHidden(cell) ? anything : countsBehind(roundCount(countOf(cell)), rules.minimumCell);
  const protection = protectionOf(table, isHidden);
  const isProved = (cell: number) => table.keys.length > PROVABLE || protection.holds(cell);
  /** For each exposed count the cells that expose it. */
  const exposing = (): readonly (readonly number[])[] => {
    const bounds = boundsOf(table, known);
    const bounded = small.filter((cell) => isNarrow(bounds[cell]));
    if (bounded.length > 0) return bounded.map((cell) => boundedBy(cell, bounds, isHidden));
    const following = hiding.following();
    if (following.length > 0) return followedFrom(table.sums, following, isHidden);
    return small
      .filter((cell) => !isProved(cell))
      .map((cell) => {
        const by = boundedBy(cell, bounds, isHidden);
        return by.length > 0 ? by : protection.companions(cell, countOf);
      });
  };
  for (let round = 0; round < 2 * PATIENCE; round += 1) {
    hiding.hideInSums();
    const companions = new Set<number>();
    for (const cells of exposing()) {
      if (round < PATIENCE && cells.some((cell) => companions.has(cell))) continue;
      const chosen = round < PATIENCE ? [hiding.cheapest(cells) ?? []].flat() : cells;
      for (const cell of chosen) companions.add(cell);
    }
    if ([...companions].every(isHidden)) return hidden;
    for (const companion of companions) hidden.add(companion);
  }
  return new Set(table.keys.keys());
}

const isNarrow = ({ least, most }: Bounds | Interval = anything) => most - least + 1 < WIDE;

/**
 * What a cell costs: above all for each sum of which nothing is hidden yet, since each of these needs
 * another companion; then for its pupils.
 */
const priceOf =
  (table: IndexedTable): Price =>
  (cell, isHidden) => {
    const whole = (table.sumsOf[cell] ?? []).filter((sum) => !sum.some(isHidden));
    return whole.length * FAR_ABOVE + (table.counts[cell] ?? 0);
  };
