import { and, eq, getTableColumns, inArray, isNull, ne, type Query, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Statement, statement } from '../batch.ts';
import type { Db } from '../engines/dialect.ts';
import { columnOf, type WholeRow } from '../read/rows.ts';
import type { Row, Tables } from '../tables/index.ts';
import type { CopiedTable } from './tables.ts';

/** PostgreSQL takes 65 535 values a statement, SQLite 32 766. */
const MOST_VALUES = 15_000;

/** A column's name in SQL, by the rule of the stores' casing. */
const sqlName = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** What a copy is about, and may change at the target. */
export type CopyScope = 'all' | { readonly schoolId: string };

const sameAs = (table: PgTable, row: WholeRow, name: string) =>
  row[name] === null ? isNull(columnOf(table, name)) : eq(columnOf(table, name), row[name]);

/** The changes that copies are made of. */
export function copyChanges(db: Db, tables: Tables) {
  const { accommodation, assessmentPupil, attempt, card, job, membership } = tables;
  const { position, pupil, pupilKey, response, result, staff, transfer } = tables;

  return {
    /** Puts whole rows: adds those that are not there, and changes those that are. */
    putRows(of: CopiedTable, rows: readonly WholeRow[]): Statement[] {
      if (rows.length === 0) return [];
      const table: PgTable = tables[of.name];
      const names = Object.keys(getTableColumns(table));
      const changing = names.filter((name) => !of.primary.includes(name));
      const set = Object.fromEntries(
        changing.map((name) => [name, sql`excluded.${sql.identifier(sqlName(name))}`]),
      );
      const target = of.primary.map((name) => columnOf(table, name));
      const one = db.insert(table).values({ ...rows[0] });
      const form =
        changing.length === 0
          ? one.onConflictDoNothing({ target })
          : one.onConflictDoUpdate({ target, set });
      return insertAll(table, form, rows).map(({ length, ...made }) =>
        changing.length === 0 ? made : { ...made, mustChange: length },
      );
    },

    /** Adds responses, which nothing changes afterwards. */
    addResponses(rows: readonly Row<'response'>[]): Statement[] {
      const [first] = rows;
      if (!first) return [];
      const form = db.insert(response).values(first);
      return insertAll(response, form, rows).map(({ length, ...made }) => ({
        ...made,
        mustChange: length,
      }));
    },

    /** Removes a row from its school; nothing where it has gone, or has gone elsewhere. */
    removeRow(of: CopiedTable, row: WholeRow): Statement {
      const table: PgTable = tables[of.name];
      const isRow = [of.school, ...of.key].map((name) => sameAs(table, row, name));
      return statement(db.delete(table).where(and(...isRow)));
    },

    /** Removes a pupil who was erased, with all that others refer to. */
    removePupil(schoolId: string, pupilId: string): Statement[] {
      const own = db
        .select({ id: attempt.id })
        .from(attempt)
        .where(and(eq(attempt.schoolId, schoolId), eq(attempt.pupilId, pupilId)));
      type OfPupil =
        | typeof result
        | typeof accommodation
        | typeof assessmentPupil
        | typeof attempt
        | typeof card
        | typeof membership
        | typeof position
        | typeof pupilKey
        | typeof transfer;
      const isOf = (of: OfPupil) => and(eq(of.schoolId, schoolId), eq(of.pupilId, pupilId));
      return [
        db.delete(result).where(isOf(result)),
        db
          .delete(response)
          .where(and(eq(response.schoolId, schoolId), inArray(response.attemptId, own))),
        db.delete(attempt).where(isOf(attempt)),
        db.delete(assessmentPupil).where(isOf(assessmentPupil)),
        db.delete(accommodation).where(isOf(accommodation)),
        db.delete(card).where(isOf(card)),
        db.delete(membership).where(isOf(membership)),
        db.delete(position).where(isOf(position)),
        db.delete(pupilKey).where(isOf(pupilKey)),
        db.delete(transfer).where(isOf(transfer)),
        db.delete(pupil).where(and(eq(pupil.schoolId, schoolId), eq(pupil.id, pupilId))),
      ].map((query) => statement(query));
    },

    /** Frees an e-mail address that another had before: its turn to be put right comes. */
    freeEmail(row: WholeRow, scope: CopyScope): Statement {
      const isOther = and(sameAs(staff, row, 'email'), ne(staff.id, textOf(row, 'id')));
      const isInScope = scope === 'all' ? undefined : eq(staff.schoolId, scope.schoolId);
      return statement(
        db
          .update(staff)
          .set({ email: sql`'moved:' || cast(${staff.id} as text)` })
          .where(and(isOther, isInScope)),
      );
    },

    /** Lets an open practice be where another was open before: its turn to be put right comes. */
    freePractice({ schoolId, id, pupilId, competence }: Row<'attempt'>): Statement {
      return statement(
        db
          .update(attempt)
          .set({ status: 'finished' })
          .where(
            and(
              eq(attempt.schoolId, schoolId),
              eq(attempt.pupilId, pupilId),
              eq(attempt.competence, competence),
              eq(attempt.mode, 'practice'),
              eq(attempt.status, 'open'),
              isNull(attempt.assessmentId),
              ne(attempt.id, id),
            ),
          ),
      );
    },

    /** Removes the job that had a job's key before. */
    freeJobKey(row: WholeRow, scope: CopyScope): Statement {
      const isOther = and(
        sameAs(job, row, 'kind'),
        sameAs(job, row, 'uniqueKey'),
        ne(job.id, textOf(row, 'id')),
      );
      const isInScope = scope === 'all' ? undefined : eq(job.schoolId, scope.schoolId);
      return statement(db.delete(job).where(and(isOther, isInScope)));
    },
  };
}

/**
 * The statements that add many whole rows, made of the one that adds the first: building each by
 * itself would take most of a copy's time. `length` is how many rows each adds.
 */
function insertAll(table: PgTable, form: { toSQL(): Query }, rows: readonly WholeRow[]) {
  const columns = Object.entries(getTableColumns(table));
  const parts = /^(.*? values )\((.*?)\)(.*)$/s.exec(form.toSQL().sql);
  const [, before = '', places = '', after = ''] = parts ?? [];
  const isNumbered = places.startsWith('$');
  return pieces(rows, Math.floor(MOST_VALUES / columns.length)).map((some) => {
    const groups = some.map((_, row) => {
      const place = (column: number) => `$${row * columns.length + column + 1}`;
      return isNumbered ? columns.map((__, column) => place(column)).join() : places;
    });
    const params = some.flatMap((row) =>
      columns.map(([name, column]) =>
        row[name] === null ? null : column.mapToDriverValue(row[name]),
      ),
    );
    return { sql: `${before}(${groups.join('),(')})${after}`, params, length: some.length };
  });
}

/** A text of a row. Throws where it holds something else. */
export function textOf(row: WholeRow, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new Error(`${name} of a row is no text.`);
  return value;
}

/** A list in pieces of at most so many. */
export function pieces<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
}
