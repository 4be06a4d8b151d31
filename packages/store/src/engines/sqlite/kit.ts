import * as sqlite from 'drizzle-orm/sqlite-core';

/** The same kinds of column and key as PostgreSQL's kit, as SQLite keeps them. */
export const sqliteColumns = {
  table: sqlite.sqliteTable,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,

  id: () => sqlite.text(),

  text: () => sqlite.text(),

  whole: () => sqlite.integer(),

  real: () => sqlite.real(),

  /** Milliseconds since 1970 UTC, so that it sorts. */
  instant: sqlite.customType<{ data: Date; driverData: number }>({
    dataType: () => 'integer',
    toDriver: (value) => value.getTime(),
    fromDriver: (value) => new Date(value),
  }),

  json: sqlite.customType<{ data: unknown; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value): unknown => JSON.parse(value),
  }),

  choice: <const T extends [string, ...string[]]>(...values: T) => sqlite.text({ enum: values }),
};
