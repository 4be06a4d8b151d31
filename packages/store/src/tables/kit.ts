import * as pg from 'drizzle-orm/pg-core';

/**
 * What tables are made of. Tables name what a column holds, never how an engine keeps it; an
 * engine has its own version of each of these.
 */
export const postgresKit = {
  table: pg.pgTable,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,

  /** A UUID. */
  id: () => pg.uuid(),

  /** Text that sorts and compares by its code points, whatever the server's language is. */
  text: pg.customType<{ data: string; driverData: string }>({
    dataType: () => 'text collate "C"',
  }),

  /** A whole number, at most 2^31 - 1. */
  whole: () => pg.integer(),

  /** A double, kept to its last bit. */
  real: () => pg.doublePrecision(),

  /** An instant, to the millisecond. */
  instant: pg.customType<{ data: Date; driverData: string }>({
    dataType: () => 'timestamp(3) with time zone',
    toDriver: (value) => value.toISOString(),
    fromDriver: (value) => new Date(value),
  }),

  /** A JSON value, its keys in the order they were given. Who reads it parses it with its schema. */
  json: pg.customType<{ data: unknown; driverData: unknown }>({
    // Not jsonb, which sorts keys and refuses some text that a pupil may write.
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(value),
    // The driver has parsed it.
    fromDriver: (value) => value,
  }),

  /** One of a few words. */
  choice: <const T extends [string, ...string[]]>(...values: T) => pg.text({ enum: values }),
};

export type Kit = typeof postgresKit;
