import { getTableName } from 'drizzle-orm';
import type { Client } from 'pg';
import { postgresTables } from '../engines/dialect.ts';
import { type Placement, placements } from './placement.ts';
import type { OwnDatabase } from './testing-database.ts';

export const SHARD_COUNT = 16;

/** The schema in which each table is in parts, as it is in shards on Citus. */
export const PARTITIONED = 'partitioned';

const sqlName = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const placed = Object.entries(postgresTables).map(([name, table]) => ({
  table: getTableName(table),
  placement: placementOf(name),
}));

function placementOf(name: string): Placement {
  const found = Object.entries<Placement>(placements).find(([known]) => known === name);
  if (!found) throw new Error(`${name} has no place.`);
  return found[1];
}

/** The column that a table's rows are spread by, in SQL; `null` where they are not spread. */
export function spreadBy(table: string): string | null {
  const placement = placed.find((one) => one.table === table)?.placement;
  return placement?.kind === 'distributed' ? sqlName(placement.by) : null;
}

/**
 * Makes, in a schema of its own, every table anew: those that Citus would spread in hash
 * partitions of the same column. PostgreSQL's planner leaves out partitions by the same knowledge
 * (equalities with values, carried through joins) by which Citus sends a query to one shard.
 */
export async function makePartitioned(database: OwnDatabase): Promise<void> {
  const tables = placed.map(({ table }) => {
    const by = spreadBy(table);
    const like = `create table ${PARTITIONED}.${table} (like public.${table} including all)`;
    if (by === null) return like;
    const parts = Array.from({ length: SHARD_COUNT }, (_, shard) => {
      const part = `create table ${PARTITIONED}.${table}_p${shard} partition of ${PARTITIONED}.${table}`;
      return `${part} for values with (modulus ${SHARD_COUNT}, remainder ${shard})`;
    });
    return [`${like} partition by hash (${by})`, ...parts].join(';\n');
  });
  await database.run(`create schema ${PARTITIONED};\n${tables.join(';\n')}`);
}

export interface SqlText {
  sql: string;
  params: readonly unknown[];
}

/**
 * What a query speaks to: no shard (its tables are not spread), one, many, or tables that lie
 * apart, which Citus joins at a price or not at all.
 */
export const reaches = ['none', 'one', 'many', 'apart'] as const;
export type Reach = (typeof reaches)[number];

/** The reach of a query; an insert names the shard of each row by itself. */
export async function reachOf(client: Client, { sql, params }: SqlText): Promise<Reach> {
  const insert = /^insert into "(\w+)" \(([^)]*)\)/.exec(sql);
  if (insert) {
    const [, table = '', columns = ''] = insert;
    const by = spreadBy(table);
    if (by === null) return 'none';
    return columns.includes(`"${by}"`) && !/ select /.test(sql) ? 'one' : 'many';
  }
  const { rows } = await client.query({
    text: `explain (format json) ${sql}`,
    values: [...params],
  });
  const shards = new Map<string, Set<number>>();
  for (const name of relationNames(rows)) {
    const part = /^(\w+)_p(\d+)$/.exec(name);
    if (!part) continue;
    const [, table = '', shard] = part;
    // Tables that lie beside each other have a shard's number in common; others have their own.
    const group = spreadBy(table) === 'school_id' ? 'school' : table;
    shards.set(group, (shards.get(group) ?? new Set()).add(Number(shard)));
  }
  if (shards.size === 0) return 'none';
  if (shards.size > 1) return 'apart';
  return [...shards.values()].every((some) => some.size === 1) ? 'one' : 'many';
}

/** The names of every relation of a plan, however deep. */
function relationNames(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(relationNames);
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]) =>
    key === 'Relation Name' && typeof value === 'string' ? [value] : relationNames(value),
  );
}
