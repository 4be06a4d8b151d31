import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import pg from 'pg';
import { readDatabaseUrl } from '../database-url.ts';
import { postgresTables } from '../engines/dialect.ts';

/** What a table holds and takes, in bytes. */
export interface TableSize {
  table: string;
  rows: number;
  /** Its rows alone. */
  bytes: number;
  /** Each of its indexes. */
  indexes: { name: string; bytes: number }[];
}

const tableNames = Object.values(postgresTables).map((table) => getTableName(table));

/** The sizes of every table of a database that nobody writes to, and of the whole, in bytes. */
export async function measureSizes(url: string): Promise<{ total: number; tables: TableSize[] }> {
  const place = readDatabaseUrl(url);
  return place.kind === 'sqlite' ? sqliteSizes(place.file) : postgresSizes(place.url);
}

function sqliteSizes(file: string) {
  const connection = new Database(file, { readonly: true });
  const bytesOf = new Map<string, number>();
  const pages = connection
    .prepare<[], { name: string; bytes: number }>(
      'select name, pgsize as bytes from dbstat where aggregate = 1',
    )
    .all();
  for (const { name, bytes } of pages) bytesOf.set(name, bytes);
  const indexesOf = connection
    .prepare<[string], string>(
      `select name from sqlite_master where type = 'index' and tbl_name = ?`,
    )
    .pluck();
  const tables = tableNames.map((table) => ({
    table,
    rows: Number(connection.prepare(`select count(*) from "${table}"`).pluck().get()),
    bytes: bytesOf.get(table) ?? 0,
    indexes: indexesOf.all(table).map((name) => ({ name, bytes: bytesOf.get(name) ?? 0 })),
  }));
  connection.close();
  return { total: statSync(file).size, tables };
}

async function postgresSizes(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables: TableSize[] = [];
  for (const table of tableNames) {
    const counted = await client.query<{ rows: string; bytes: string }>(
      `select count(*) as rows, pg_table_size('"${table}"') as bytes from "${table}"`,
    );
    const indexes = await client.query<{ name: string; bytes: string }>(
      `select indexrelid::regclass::text as name, pg_relation_size(indexrelid) as bytes
       from pg_index where indrelid = $1::regclass order by 1`,
      [`"${table}"`],
    );
    tables.push({
      table,
      rows: Number(counted.rows[0]?.rows),
      bytes: Number(counted.rows[0]?.bytes),
      indexes: indexes.rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })),
    });
  }
  const whole = await client.query<{ total: string }>(
    'select pg_database_size(current_database()) as total',
  );
  await client.end();
  return { total: Number(whole.rows[0]?.total), tables };
}
