import { getTableName } from 'drizzle-orm';
import { postgresTables } from '../engines/dialect.ts';
import type { TableName } from '../tables/index.ts';
import { type Placement, placements } from './placement.ts';

const HEAD = `-- Distributes Jalon's tables over the servers of a Citus cluster. Written by
-- \`npm run store -- distribute\` from packages/store/src/citus/placement.ts.
--
-- Run it once, on the coordinator, on a database that is empty but for its tables: start Jalon on
-- it, stop it, run this with psql, and then copy a school, or all of them, into it.
-- The coordinator must be in the metadata: select citus_set_coordinator_host('…').

begin;

-- Citus asks for this wherever a table has a trigger. "Unsafe" is a trigger that reads or writes
-- other tables; the one of "response" looks at nothing and refuses each change of a row. Where a
-- service does not lend the setting: drop trigger response_append_only on response, before; and
-- after, as the owner of the tables: revoke update on response from the role that Jalon connects as.
set citus.enable_unsafe_triggers to on;
`;

/** A name in SQL, by the rule of the stores' casing. */
const sqlName = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** The statements that distribute the tables of a PostgreSQL database with Citus. */
export function distributeSql(): string {
  const statements = Object.entries<Placement>(placements).map(([name, placement]) => {
    if (!isTableName(name)) throw new Error(`There is no table ${name}.`);
    return statementOf(name, placement);
  });
  return [HEAD, ...statements, '', 'commit;', ''].join('\n');
}

function statementOf(name: TableName, placement: Placement): string {
  const table = nameOf(name);
  switch (placement.kind) {
    case 'reference':
      return `select create_reference_table('${table}');`;
    case 'local':
      return `select citus_add_local_table_to_metadata('${table}');`;
    case 'distributed': {
      const beside = placement.beside === null ? 'none' : nameOf(placement.beside);
      return `select create_distributed_table('${table}', '${sqlName(placement.by)}', colocate_with => '${beside}');`;
    }
  }
}

const nameOf = (name: TableName): string => getTableName(postgresTables[name]);

const isTableName = (name: string): name is TableName => Object.hasOwn(postgresTables, name);
