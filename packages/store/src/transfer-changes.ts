import { and, eq, isNull, lt } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Row, Tables } from './tables/index.ts';

/** The changes by which a pupil's record goes from one school to another. */
export function transferChanges(db: Db, { response, result, transfer }: Tables) {
  return {
    /** Answers what was asked. The batch is undone where it was answered already. */
    answerTransfer(
      id: string,
      set: Required<Pick<NewRow<'transfer'>, 'answer' | 'answeredBy' | 'answeredAt'>>,
    ): Statement {
      const isWaiting = and(eq(transfer.id, id), isNull(transfer.answer));
      return statement(db.update(transfer).set(set).where(isWaiting), 1);
    },

    /** Keeps a result that was made at another school, unless there is one that is as new. */
    bringResult(row: NewRow<'result'>): Statement {
      const { attemptId, ability, standardError, level, probabilities } = row;
      const { responses, finishedAt } = row;
      return statement(
        db
          .insert(result)
          .values(row)
          .onConflictDoUpdate({
            target: [result.schoolId, result.pupilId, result.competence, result.releaseVersion],
            set: {
              ...{ attemptId, ability, standardError, level, probabilities },
              ...{ responses, finishedAt },
            },
            setWhere: lt(result.finishedAt, finishedAt),
          }),
      );
    },

    /** Keeps responses that were given at another school, as they were given there. */
    bringResponses(...rows: Row<'response'>[]): Statement {
      return statement(db.insert(response).values(rows), rows.length);
    },
  };
}
