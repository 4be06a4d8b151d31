import { response as responseSchema } from '@jalon/items/contract';
import { statedRelease, sealStatement, type Statement, statementSchema } from '@jalon/framework';
import type { Pupil, Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { openResult } from './open-result.ts';

/**
 * The statement of a finished attempt: what was kept, word for word, so that whoever makes the
 * result again finds what was told. It names nobody. Refuses with `not-found` or `attempt-open`.
 */
export async function readStatementOf(
  context: ServiceContext,
  actor: Pupil | Teacher,
  attemptId: string,
): Promise<Statement> {
  const { store, engines } = context;
  const { attempt } = await openResult(context, actor, attemptId, { whileOpen: false });
  if (!attempt.finishedAt) throw new Refusal('attempt-open');
  const rows = await store.read.attempts.responses({ schoolId: actor.schoolId, attemptId });
  const engine = engines.of(attempt.releaseVersion);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  const { posterior } = engine.estimate(prior, rows);
  const { level, probabilities } = engine.report(attempt.competence, posterior);
  const { release } = engine;
  return sealStatement({
    schema: statementSchema,
    attempt: {
      id: attempt.id,
      mode: attempt.mode,
      competence: attempt.competence,
      seed: attempt.seed,
      startedAt: attempt.startedAt.toISOString(),
      finishedAt: attempt.finishedAt.toISOString(),
    },
    release: statedRelease(release),
    prior,
    responses: rows.map((row) => ({
      ordinal: row.ordinal,
      clientKey: row.clientKey,
      itemId: row.itemId,
      itemVersion: row.itemVersion,
      seed: row.seed,
      response: responseSchema.parse(row.response),
      points: row.points,
      possible: row.possible,
      ability: row.ability,
      standardError: row.standardError,
      answeredAt: row.answeredAt.toISOString(),
      durationMs: row.durationMs,
      seal: row.seal,
    })),
    result: {
      ability: attempt.ability,
      standardError: attempt.standardError,
      level,
      probabilities,
    },
  });
}
