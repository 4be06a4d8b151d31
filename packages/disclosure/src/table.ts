/** A table of counts: its cells by key, and the sums that tie them together. */
export interface CountTable {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
}

/** One sum that a reader of the table knows to hold: `total` is the count of all `parts`. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A table that is none: a sum that does not hold, an unknown cell, or a count that is no count. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** The count of a cell. Throws `TableError` where the table has no such cell. */
export function countOf(table: CountTable, key: string): number {
  const count = table.counts.get(key);
  if (count === undefined) throw new TableError(`The table has no cell ${key}.`);
  return count;
}

/** Throws `TableError` unless every count is a whole number from 0 up and every sum holds. */
export function checkTable(table: CountTable): void {
  for (const [key, count] of table.counts) {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new TableError(`Cell ${key} holds ${count}, which is no count.`);
    }
  }
  for (const { total, parts } of table.sums) {
    const sum = parts.reduce((soFar, part) => soFar + countOf(table, part), 0);
    if (sum !== countOf(table, total)) {
      throw new TableError(`Cell ${total} holds ${countOf(table, total)}, its parts ${sum}.`);
    }
  }
}
