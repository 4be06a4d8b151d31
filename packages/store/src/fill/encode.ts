import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { NewRow, TableName, Tables } from '../tables/index.ts';

/** Some rows of one table. */
export type TableRows = { [Name in TableName]: { name: Name; rows: NewRow<Name>[] } }[TableName];

/** A column as it is filled: its name in SQL, its type, and what its driver is given. */
export interface FilledColumn {
  readonly sqlName: string;
  readonly sqlType: string;
  encode(row: object): unknown;
}

/** A column's name in SQL, by the rule of the stores' casing. */
const sqlNameOf = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function filled(key: string, column: PgColumn): FilledColumn {
  return {
    sqlName: sqlNameOf(key),
    sqlType: column.getSQLType(),
    encode(row) {
      const given: unknown = Reflect.get(row, key);
      const value: unknown = given === undefined ? column.default : given;
      return value === null || value === undefined ? null : column.mapToDriverValue(value);
    },
  };
}

/** The name and the columns of a table in SQL, in the order in which they are declared. */
export function filledTable(tables: Tables, name: TableName) {
  const table = tables[name];
  return {
    sqlName: getTableName(table),
    columns: Object.entries(getTableColumns(table)).map(([key, column]) => filled(key, column)),
  };
}
