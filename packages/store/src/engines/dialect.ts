import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { declareTables } from '../tables/index.ts';
import { type Kit, postgresKit } from '../tables/kit.ts';
import { sqliteColumns } from './sqlite/kit.ts';

/**
 * The one place where the two engines' types are reconciled. Reads and changes are written once,
 * against PostgreSQL's types, whose queries are the narrower: they are awaited, or prepared and
 * executed. SQLite's queries do all of that with the same names, so that its tables and its
 * database may stand in for PostgreSQL's. What types cannot promise, the tests do: each runs on
 * both engines.
 */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The tables of PostgreSQL. */
export const postgresTables = declareTables(postgresKit);

/** The tables of SQLite, as PostgreSQL's types see them. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- said above: this is the place.
export const sqliteTables = declareTables(sqliteColumns as unknown as Kit);

/** A database of SQLite, as PostgreSQL's types see it. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- said above: this is the place.
export const asDb = (sqlite: BetterSQLite3Database): Db => sqlite as unknown as Db;
