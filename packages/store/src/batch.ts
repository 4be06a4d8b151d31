import { fillPlaceholders, type Query } from 'drizzle-orm';

/**
 * One change, ready to be applied by whichever engine it was made for. `mustChange` is the number
 * of rows it has to touch: another number means that the batch lost a race, and the whole of it is
 * undone.
 */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly mustChange?: number;
  /** Of a statement that is made often: what its preparation is kept under. */
  readonly name?: string;
}

/** Statements applied together or not at all. */
export type Batch = readonly Statement[];

/** A query that changes something, as drizzle builds it. */
interface Builder {
  toSQL(): Query;
}

/** The statement that a query makes. */
export function statement(builder: Builder, mustChange?: number): Statement {
  const { sql, params } = builder.toSQL();
  return mustChange === undefined ? { sql, params } : { sql, params, mustChange };
}

/** A query with placeholders, built once; gives the statement for some values. */
export function preparedStatement<Values extends Record<string, unknown>>(
  name: string,
  builder: Builder,
  mustChange: number,
): (values: Values) => Statement {
  const { sql, params } = builder.toSQL();
  return (values) => ({ sql, params: fillPlaceholders(params, values), mustChange, name });
}
