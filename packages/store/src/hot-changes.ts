import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Statement } from './batch.ts';
import type { Drizzle } from './database.ts';
import * as t from './tables/index.ts';

/** What changes of an attempt with each response. */
export type AttemptStep = Pick<
  typeof t.attempt.$inferSelect,
  | 'status'
  | 'answered'
  | 'currentItemId'
  | 'currentItemVersion'
  | 'currentSeed'
  | 'ability'
  | 'standardError'
  | 'lastAnswerAt'
  | 'finishedAt'
>;

/** A value that is given when the statement runs, kept as its column keeps it; `null` as it is. */
function given(column: SQLiteColumn, name: string) {
  const encoder = {
    mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
  };
  return sql`${sql.param(sql.placeholder(name), encoder)}`;
}

/** The two changes that every answer makes: their statements are prepared once. */
export function hotChanges(db: Drizzle) {
  const { attempt, response } = t;
  const responseColumns = getTableColumns(response);
  const addResponse = db
    .insert(response)
    .values({
      schoolId: given(responseColumns.schoolId, 'schoolId'),
      attemptId: given(responseColumns.attemptId, 'attemptId'),
      ordinal: given(responseColumns.ordinal, 'ordinal'),
      clientKey: given(responseColumns.clientKey, 'clientKey'),
      itemId: given(responseColumns.itemId, 'itemId'),
      itemVersion: given(responseColumns.itemVersion, 'itemVersion'),
      seed: given(responseColumns.seed, 'seed'),
      response: given(responseColumns.response, 'response'),
      points: given(responseColumns.points, 'points'),
      possible: given(responseColumns.possible, 'possible'),
      ability: given(responseColumns.ability, 'ability'),
      standardError: given(responseColumns.standardError, 'standardError'),
      answeredAt: given(responseColumns.answeredAt, 'answeredAt'),
      durationMs: given(responseColumns.durationMs, 'durationMs'),
    })
    .prepare();
  const advanceAttempt = db
    .update(attempt)
    .set({
      status: given(attempt.status, 'status'),
      answered: given(attempt.answered, 'answered'),
      currentItemId: given(attempt.currentItemId, 'currentItemId'),
      currentItemVersion: given(attempt.currentItemVersion, 'currentItemVersion'),
      currentSeed: given(attempt.currentSeed, 'currentSeed'),
      ability: given(attempt.ability, 'ability'),
      standardError: given(attempt.standardError, 'standardError'),
      lastAnswerAt: given(attempt.lastAnswerAt, 'lastAnswerAt'),
      finishedAt: given(attempt.finishedAt, 'finishedAt'),
    })
    .where(
      and(
        eq(attempt.schoolId, sql.placeholder('schoolId')),
        eq(attempt.id, sql.placeholder('attemptId')),
        eq(attempt.status, 'open'),
        eq(attempt.answered, sql.placeholder('answeredBefore')),
      ),
    )
    .prepare();

  return {
    /** Keeps one response. */
    addResponse(row: typeof response.$inferInsert): Statement {
      return { run: () => addResponse.run(row), mustChange: 1 };
    },

    /**
     * Moves an attempt on by one response. Applies only where the attempt is open and stands at
     * `answered - 1`: the version that keeps two devices from overwriting each other.
     */
    advanceAttempt(where: { schoolId: string; attemptId: string }, next: AttemptStep): Statement {
      const values = { ...where, ...next, answeredBefore: next.answered - 1 };
      return { run: () => advanceAttempt.run(values), mustChange: 1 };
    },
  };
}
