import Database from 'better-sqlite3';
import { sqliteTables } from '../engines/dialect.ts';
import type { TableName } from '../tables/index.ts';
import { filledTable, type TableRows } from './encode.ts';
import type { Filler } from './filler.ts';

const ROWS_A_TRANSACTION = 50_000;
/** In KiB, negative as the engine wants it. */
const CACHE = -400_000;

/**
 * Fills a migrated file. Nothing is durable before `finish`, and references are not looked at: a
 * fill that is cut short leaves a file to throw away.
 */
export function sqliteFiller(file: string): Filler {
  const connection = new Database(file);
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  connection.pragma(`cache_size = ${CACHE}`);
  const begin = connection.prepare('begin');
  const commit = connection.prepare('commit');
  const inserts = new Map<TableName, (row: object) => void>();
  let waiting = 0;
  begin.run();

  function insertInto(name: TableName): (row: object) => void {
    const known = inserts.get(name);
    if (known) return known;
    const { sqlName, columns } = filledTable(sqliteTables, name);
    const names = columns.map((column) => `"${column.sqlName}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const statement = connection.prepare(`insert into "${sqlName}" (${names}) values (${marks})`);
    const insert = (row: object) => void statement.run(columns.map(({ encode }) => encode(row)));
    inserts.set(name, insert);
    return insert;
  }

  return {
    async add({ name, rows }: TableRows) {
      const insert = insertInto(name);
      for (const row of rows) insert(row);
      waiting += rows.length;
      if (waiting < ROWS_A_TRANSACTION) return;
      commit.run();
      begin.run();
      waiting = 0;
    },
    async finish() {
      commit.run();
      connection.pragma('synchronous = FULL');
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}
