import { getTableName } from 'drizzle-orm';
import { postgresTables } from '../engines/dialect.ts';

/** The names of every table in the database, by the names they have in code. */
export const tableNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(postgresTables).map(([name, table]) => [name, getTableName(table)]),
);
