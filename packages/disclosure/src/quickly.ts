import { boundsOf } from './bounds.ts';
import { type Rules, startHiding } from './hiding.ts';
import type { IndexedTable } from './indexed-table.ts';
import { LEAST_VALUES } from './protection.ts';
import { countsBehind, type Interval, roundCount } from './rounding.ts';

/**
 * How many values a count under the minimum must keep by sums taken one after the other: three times
 * as many as it must keep in all, since solving sums together tells more.
 */
const WIDE = 3 * LEAST_VALUES;

const anything: Interval = { least: 0, most: Number.POSITIVE_INFINITY };

/**
 * The cells of a large table to hide, found in time: the smallest count of a sum that gives a small
 * one away, or near one that follows from several sums; and so on near a count under the minimum
 * that is closely bounded by what is published of the sums around it.
 */
export function hideQuickly(table: IndexedTable, rules: Rules): ReadonlySet<number> {
  const countOf = (cell: number) => table.counts[cell] ?? 0;
  const hiding = startHiding(table, rules, countOf);
  const { hidden, isHidden, small } = hiding;
  const known = (cell: number) =>
    isHidden(cell) ? anything : countsBehind(roundCount(countOf(cell)), rules.minimumCell);
  const bounded = () => {
    const bounds = boundsOf(table, known);
    return small.filter((cell) => {
      const { least, most } = bounds[cell] ?? anything;
      return most - least + 1 < WIDE;
    });
  };
  for (;;) {
    hiding.hideInSums();
    const following = hiding.following();
    const exposed = following.length > 0 ? following : bounded();
    if (exposed.length === 0) return hidden;
    const companions = new Set<number>();
    for (const cell of exposed) {
      const near = (table.sumsOf[cell] ?? []).flat();
      if (near.some((one) => companions.has(one))) continue;
      const companion = hiding.cheapest(near);
      if (companion !== undefined) companions.add(companion);
    }
    const last = hiding.cheapest([...table.keys.keys()]);
    if (companions.size === 0 && last !== undefined) companions.add(last);
    if (companions.size === 0) return hidden;
    for (const companion of companions) hidden.add(companion);
  }
}
