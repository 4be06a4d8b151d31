import pg from 'pg';
import { postgresTables } from '../engines/dialect.ts';
import type { TableName } from '../tables/index.ts';
import { filledTable, type TableRows } from './encode.ts';
import type { Filler } from './filler.ts';

const ROWS_A_STATEMENT = 4_000;

/**
 * Fills a migrated database by statements of many rows. Where the user may (a superuser), no
 * trigger runs and no reference is looked at; a commit does not wait for the disk before `finish`.
 */
export async function postgresFiller(url: string): Promise<Filler> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  await client.query('set synchronous_commit = off');
  const { rows } = await client.query<{ is_super: string }>(
    `select current_setting('is_superuser') as is_super`,
  );
  if (rows[0]?.is_super === 'on') await client.query('set session_replication_role = replica');
  const inserts = new Map<TableName, (rows: readonly object[]) => Promise<void>>();

  function insertInto(name: TableName): (rows: readonly object[]) => Promise<void> {
    const known = inserts.get(name);
    if (known) return known;
    const { sqlName, columns } = filledTable(postgresTables, name);
    const names = columns.map((column) => `"${column.sqlName}"`).join(', ');
    const lists = columns.map(({ sqlType }, index) => `$${index + 1}::${arrayType(sqlType)}`);
    const text = `insert into "${sqlName}" (${names}) select * from unnest(${lists.join(', ')})`;
    const insert = async (some: readonly object[]) => {
      const values = columns.map(({ encode }) => some.map(encode));
      await client.query({ name: `fill_${sqlName}`, text, values });
    };
    inserts.set(name, insert);
    return insert;
  }

  return {
    async add({ name, rows: all }: TableRows) {
      for (let from = 0; from < all.length; from += ROWS_A_STATEMENT) {
        await insertInto(name)(all.slice(from, from + ROWS_A_STATEMENT));
      }
    },
    async finish() {
      await client.query('set synchronous_commit = on');
      await client.query('vacuum analyze');
      await client.query('checkpoint');
      await client.end();
    },
  };
}

/** The type of a list of a column's values. */
const arrayType = (sqlType: string): string => `${sqlType.replace(/ collate .*$/, '')}[]`;
