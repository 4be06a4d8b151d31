import { checkTable, type CountTable } from './table.ts';

/** One sum of an indexed table: its cells by number, the total first. */
export type IndexedSum = readonly number[];

/** A table whose cells are numbers, in its own order. */
export interface IndexedTable {
  readonly keys: readonly string[];
  readonly counts: readonly number[];
  readonly sums: readonly IndexedSum[];
  /** The sums that each cell stands in, as a part or as the total. */
  readonly sumsOf: readonly (readonly IndexedSum[])[];
}

/** The table by numbers. Throws `TableError` where its sums do not hold. */
export function indexTable(table: CountTable): IndexedTable {
  checkTable(table);
  const keys = [...table.counts.keys()];
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const sumsOf: IndexedSum[][] = keys.map(() => []);
  const sums = table.sums.map(({ total, parts }) =>
    [total, ...parts].map((key) => indexOf.get(key) ?? -1),
  );
  for (const sum of sums) for (const cell of sum) sumsOf[cell]?.push(sum);
  return { keys, counts: [...table.counts.values()], sums, sumsOf };
}
