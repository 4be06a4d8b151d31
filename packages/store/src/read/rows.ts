import { and, asc, eq, getTableColumns, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { CopiedTable } from '../copy/tables.ts';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** A whole row, by the names of its columns, in the order in which they are declared. */
export type WholeRow = Readonly<Record<string, unknown>>;

/** Where a page begins: after the row of this key. */
export type RowKey = readonly unknown[];

/** A column by its name. Throws where the table has none such. */
export function columnOf(table: PgTable, name: string): PgColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`There is no column ${name}.`);
  return column;
}

/** Whole rows, page by page in the order of their keys, and what the place of a database is. */
export function rowReads(db: Db, tables: Tables) {
  const { attempt, publishedRelease, pupil, response, result, school } = tables;
  return {
    /** The next rows of a school (`null`: of no school) after a key. */
    async page(
      of: CopiedTable,
      schoolId: string | null,
      after: RowKey | null,
      limit: number,
    ): Promise<WholeRow[]> {
      const table: PgTable = tables[of.name];
      const schoolColumn = columnOf(table, of.school);
      const keys = of.key.map((name) => columnOf(table, name));
      const conditions: SQL[] = [
        schoolId === null ? isNull(schoolColumn) : eq(schoolColumn, schoolId),
      ];
      if (after !== null) conditions.push(sql`(${list(keys)}) > (${list(after)})`);
      return db
        .select()
        .from(table)
        .where(and(...conditions))
        .orderBy(...keys.map((key) => asc(key)))
        .limit(limit);
    },
    /** The next attempts of a school, by id. */
    async attempts(schoolId: string, after: string | null, limit: number) {
      const isNext = after === null ? undefined : sql`${attempt.id} > ${after}`;
      return db
        .select()
        .from(attempt)
        .where(and(eq(attempt.schoolId, schoolId), isNext))
        .orderBy(asc(attempt.id))
        .limit(limit);
    },
    /** Responses of some attempts of a school, in the order they were given. */
    async responsesOf(schoolId: string, attemptIds: readonly string[]) {
      return db
        .select()
        .from(response)
        .where(and(eq(response.schoolId, schoolId), inArray(response.attemptId, [...attemptIds])))
        .orderBy(asc(response.attemptId), asc(response.ordinal));
    },
    /** The next schools, by id. */
    async schools(after: string | null, limit: number) {
      return db
        .select()
        .from(school)
        .where(after === null ? undefined : sql`${school.id} > ${after}`)
        .orderBy(asc(school.id))
        .limit(limit);
    },
    async schoolByUai(uai: string) {
      return one(db.select().from(school).where(eq(school.uai, uai)));
    },
    async schoolById(id: string) {
      return one(db.select().from(school).where(eq(school.id, id)));
    },
    /** Every release, or those that a school's attempts and assessments name. */
    async releases(schoolId: string | null) {
      const { assessment } = tables;
      const named = (of: typeof attempt | typeof assessment) =>
        inArray(
          publishedRelease.version,
          db
            .select({ version: of.releaseVersion })
            .from(of)
            .where(eq(of.schoolId, schoolId ?? '')),
        );
      return db
        .select()
        .from(publishedRelease)
        .where(schoolId === null ? undefined : or(named(attempt), named(assessment)))
        .orderBy(asc(publishedRelease.version));
    },
    /** The next ids of a school's pupils. */
    async pupilIds(schoolId: string, after: string | null, limit: number): Promise<string[]> {
      const isNext = after === null ? undefined : sql`${pupil.id} > ${after}`;
      const rows = await db
        .select({ id: pupil.id })
        .from(pupil)
        .where(and(eq(pupil.schoolId, schoolId), isNext))
        .orderBy(asc(pupil.id))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
    /** Attempts of some pupils of a school: by pupil, oldest first. */
    async attemptsOf(schoolId: string, pupilIds: readonly string[]) {
      return db
        .select()
        .from(attempt)
        .where(and(eq(attempt.schoolId, schoolId), inArray(attempt.pupilId, [...pupilIds])))
        .orderBy(asc(attempt.pupilId), asc(attempt.startedAt), asc(attempt.id));
    },
    /** Responses in the attempts of some pupils of a school: by attempt, in their order. */
    async responsesOfPupils(schoolId: string, pupilIds: readonly string[]) {
      const own = db
        .select({ id: attempt.id })
        .from(attempt)
        .where(and(eq(attempt.schoolId, schoolId), inArray(attempt.pupilId, [...pupilIds])));
      return db
        .select()
        .from(response)
        .where(and(eq(response.schoolId, schoolId), inArray(response.attemptId, own)))
        .orderBy(asc(response.attemptId), asc(response.ordinal));
    },
    /** Results of some pupils of a school. */
    async resultsOf(schoolId: string, pupilIds: readonly string[]) {
      return db
        .select()
        .from(result)
        .where(and(eq(result.schoolId, schoolId), inArray(result.pupilId, [...pupilIds])))
        .orderBy(asc(result.pupilId), asc(result.competence), asc(result.releaseVersion));
    },
    /** SQLite: the path of the database's file; empty where it is in memory. */
    async sqliteFile(): Promise<string> {
      const file = sql<string>`file`;
      const rows = db
        .select({ file })
        .from(sql`pragma_database_list`)
        .where(sql`name = 'main'`);
      return (await one(rows))?.file ?? '';
    },
    /** PostgreSQL: what tells its database from every other, replicas aside. */
    async postgresDatabase(): Promise<string> {
      const name = sql<string>`system_identifier || '/' || current_database()`;
      return (await one(db.select({ name }).from(sql`pg_control_system()`)))?.name ?? '';
    },
  };
}

const list = (parts: readonly unknown[]): SQL =>
  sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  );
