import { customType, integer, real, text } from 'drizzle-orm/sqlite-core';

/**
 * The kinds of column that tables are made of. Tables name what a column holds, never how an
 * engine keeps it: another engine needs another version of this file alone.
 */

/** A UUID, or another opaque identifier. */
export const idColumn = () => text();

export const textColumn = () => text();

export const wholeColumn = () => integer();

export const realColumn = () => real();

/** An instant, kept as milliseconds since 1970 UTC so that it sorts. */
export const instantColumn = customType<{ data: Date; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => value.getTime(),
  fromDriver: (value) => new Date(value),
});

/** A JSON value. Who reads it parses it with its schema. */
export const jsonColumn = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value): unknown => JSON.parse(value),
});

/** One of a few words. */
export const choiceColumn = <const T extends [string, ...string[]]>(...values: T) =>
  text({ enum: values });
