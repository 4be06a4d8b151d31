import { cellsThatFollow } from './following.ts';
import type { IndexedSum, IndexedTable } from './indexed-table.ts';
import { givesAway } from './one-sum.ts';

/** What must be hidden of a table, whatever else is. */
export interface Rules {
  readonly minimumCell: number;
  /** Cells that stay hidden though they reach the minimum. */
  readonly anyhow: ReadonlySet<number>;
}

/** What it costs to hide a cell, with what is hidden so far. */
export type Price = (cell: number, isHidden: (cell: number) => boolean) => number;

/** The cells of a table that are hidden so far, and how more are chosen. */
export interface Hiding {
  readonly hidden: Set<number>;
  /** Those under the minimum. */
  readonly small: readonly number[];
  readonly isHidden: (cell: number) => boolean;
  /** Whether a sum alone gives a small count away. */
  readonly gives: (sum: IndexedSum) => boolean;
  /** Of some cells the published one that costs least. */
  readonly cheapest: (among: Iterable<number>) => number | undefined;
  /** Hides more until no sum alone gives a small count away. */
  readonly hideInSums: () => void;
  /** The hidden cells that follow from sums combined. */
  readonly following: () => readonly number[];
}

/** Starts with all counts under the minimum hidden, and what is to be hidden anyhow. */
export function startHiding(
  table: IndexedTable,
  { minimumCell, anyhow }: Rules,
  price: Price,
): Hiding {
  const countOf = (cell: number) => table.counts[cell] ?? 0;
  const small = [...table.keys.keys()].filter((cell) => countOf(cell) < minimumCell);
  const hidden = new Set([...small, ...anyhow]);
  const isHidden = (cell: number) => hidden.has(cell);
  const gives = (sum: IndexedSum) => givesAway(sum, countOf, isHidden, minimumCell);
  const cheapest = (among: Iterable<number>) => {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const cell of among) {
      if (isHidden(cell)) continue;
      const cost = price(cell, isHidden);
      if (cost >= least) continue;
      best = cell;
      least = cost;
    }
    return best;
  };
  const waiting = new Set(table.sums);
  let known = 0;
  return {
    hidden,
    small,
    isHidden,
    gives,
    cheapest,
    hideInSums() {
      if (known !== hidden.size) for (const sum of table.sums) waiting.add(sum);
      for (const sum of waiting) {
        waiting.delete(sum);
        while (gives(sum)) {
          const companion = cheapest(sum.slice(1)) ?? sum[0];
          if (companion === undefined || isHidden(companion)) break;
          hidden.add(companion);
          for (const other of table.sumsOf[companion] ?? []) waiting.add(other);
        }
      }
      known = hidden.size;
    },
    following: () => cellsThatFollow(table.sums, hidden),
  };
}
