import { and, type Column, eq, getTableColumns, sql } from 'drizzle-orm';
import { preparedStatement, type Statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { Row, Tables } from './tables/index.ts';

/** What changes of an attempt with each response. */
export type AttemptStep = Pick<
  Row<'attempt'>,
  | 'status'
  | 'answered'
  | 'usedMs'
  | 'currentItemId'
  | 'currentItemVersion'
  | 'currentSeed'
  | 'ability'
  | 'standardError'
  | 'lastAnswerAt'
  | 'finishedAt'
>;

/** A value that is given when the statement runs, kept as its column keeps it; `null` as it is. */
function given(column: Column, name: string) {
  const encoder = {
    mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)),
  };
  return sql`${sql.param(sql.placeholder(name), encoder)}`;
}

/** The two changes that every answer makes: their statements are prepared once. */
export function hotChanges(db: Db, { attempt, response }: Tables) {
  const columns = getTableColumns(response);
  const insertResponse = db.insert(response).values({
    schoolId: given(columns.schoolId, 'schoolId'),
    attemptId: given(columns.attemptId, 'attemptId'),
    ordinal: given(columns.ordinal, 'ordinal'),
    clientKey: given(columns.clientKey, 'clientKey'),
    itemId: given(columns.itemId, 'itemId'),
    itemVersion: given(columns.itemVersion, 'itemVersion'),
    seed: given(columns.seed, 'seed'),
    response: given(columns.response, 'response'),
    points: given(columns.points, 'points'),
    possible: given(columns.possible, 'possible'),
    ability: given(columns.ability, 'ability'),
    standardError: given(columns.standardError, 'standardError'),
    answeredAt: given(columns.answeredAt, 'answeredAt'),
    durationMs: given(columns.durationMs, 'durationMs'),
    seal: given(columns.seal, 'seal'),
  });
  const moveAttempt = db
    .update(attempt)
    .set({
      status: given(attempt.status, 'status'),
      answered: given(attempt.answered, 'answered'),
      usedMs: given(attempt.usedMs, 'usedMs'),
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
    );

  const addResponse = preparedStatement<Row<'response'>>('add_response', insertResponse, 1);
  type Move = AttemptStep & { schoolId: string; attemptId: string; answeredBefore: number };
  const advanceAttempt = preparedStatement<Move>('advance_attempt', moveAttempt, 1);

  return {
    /** Keeps one response. */
    addResponse: (row: Row<'response'>): Statement => addResponse(row),

    /**
     * Moves an attempt on by one response. Applies only where the attempt is open and stands at
     * `answered - 1`: the version that keeps two devices from overwriting each other.
     */
    advanceAttempt: (
      where: { schoolId: string; attemptId: string },
      next: AttemptStep,
    ): Statement => advanceAttempt({ ...where, ...next, answeredBefore: next.answered - 1 }),
  };
}
