import { suppressCells } from '@jalon/disclosure';
import { type Count, type LinkedTable, linkPlaces, type Split } from './linked-table.ts';
import type { Place } from './places.ts';

/** The counts of places that are published together, and which of them stay hidden. */
export interface ProtectedPlaces extends Pick<LinkedTable, 'keyOf'> {
  /** True counts, by cell: to be rounded where they are published. */
  counts: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
}

/**
 * Counts all places, crosses them with year groups and levels, and hides what must be: in a single
 * table, be it of a school or of a country, so that no two views of it can be subtracted from each
 * other, whoever reads them. Cells that were hidden `before` stay so. A country takes some seconds,
 * in which the process does nothing else: a job's work.
 */
export function protectPlaces(
  places: ReadonlyMap<string, Place>,
  of: {
    levels: readonly string[];
    splits: readonly Split[];
    count: Count;
    minimumCell: number;
    before: ReadonlySet<string>;
  },
): ProtectedPlaces {
  const { table, keyOf } = linkPlaces(places, of.levels, of.count, of.splits);
  const hidden = suppressCells(table, of.minimumCell, of.before);
  return { counts: table.counts, hidden, keyOf };
}
