import { sealResponse } from '@jalon/framework';
import { score } from '@jalon/items';
import { shouldStop } from '@jalon/measurement';
import { Conflict } from '@jalon/store';
import type { AcceptedResponse, ScoredFeedback, SubmitResponse } from '@jalon/types';
import type { Pupil } from '../actor.ts';
import { announceSitting } from '../assessments/announce.ts';
import type { ServiceContext } from '../context.ts';
import { itemKey } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import {
  type AttemptRow,
  chooseItem,
  estimateAttempt,
  keysOf,
  leftOf,
  type ResponseRow,
} from './choose-item.ts';
import { attemptAt, evidenceOf } from './evidence.ts';
import { explainKept, explainScore } from './explain.ts';
import { forgetInstance } from './instance.ts';
import { isTimeUp, lengthOf, usedAfter } from './sitting-bounds.ts';
import { currentInstance, viewAttempt } from './view.ts';

/**
 * Keeps one answer: scores it, updates the estimate, chooses what comes next, and replies once all
 * of it is durable. The same `clientKey` again is answered the same and counted once. Refuses with
 * `already-answered`, `attempt-finished`, `conflict` or (from the kind) `bad-response`.
 */
export async function answerItem(
  context: ServiceContext,
  actor: Pupil,
  attemptId: string,
  input: SubmitResponse,
): Promise<AcceptedResponse> {
  const where = { schoolId: actor.schoolId, attemptId };
  const attempt = await attemptAt(context, actor, attemptId, input.ordinal);
  if (!attempt) throw new Refusal('not-found');

  if (input.ordinal <= attempt.answered) {
    const kept = (await context.store.read.attempts.responses(where))[input.ordinal - 1];
    if (kept) return repeatReply(context, attempt, kept, input);
  }
  if (attempt.status === 'finished') throw new Refusal('attempt-finished');
  if (input.ordinal !== attempt.answered + 1) throw new Refusal('conflict');

  const step = await takeStep(context, attempt, input);
  try {
    await context.store.write(...step.batch);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Another request moved the attempt on meanwhile: perhaps with this very answer.
    const [other] = (await context.store.read.attempts.responses(where)).slice(input.ordinal - 1);
    const moved = await context.store.read.attempts.byId(where);
    if (!moved) throw new Refusal('not-found');
    if (!other) throw new Refusal('conflict', { cause: error });
    return repeatReply(context, moved, other, input);
  }
  const moved = step.evidence.attempt;
  if (moved.status === 'open') context.evidence.set(attempt.id, step.evidence);
  else context.evidence.delete(attempt.id);
  forgetInstance(context.engines.of(attempt.releaseVersion), step.row);
  context.exposure.itemAnswered(itemKey(step.row.itemId, step.row.itemVersion));
  announceSitting(context, moved);
  return reply(context, moved, input.ordinal, step.feedback);
}

async function takeStep(context: ServiceContext, attempt: AttemptRow, input: SubmitResponse) {
  const { store, engines, exposure, clock } = context;
  const engine = engines.of(attempt.releaseVersion);
  const competence = engine.competences.get(attempt.competence);
  const instance = currentInstance(engine, attempt);
  const { currentItemId, currentItemVersion, currentSeed } = attempt;
  if (!competence || !instance || !currentItemId || !currentItemVersion || !currentSeed) {
    throw new Error(`Attempt ${attempt.id} is open and waits for no item.`);
  }

  const { sitting } = engine.release.scale;
  const now = clock();
  const scored = score(instance, input.response);
  const answered = {
    itemId: currentItemId,
    itemVersion: currentItemVersion,
    points: scored.points,
    possible: scored.possible,
  };
  const before = await evidenceOf(context, attempt);
  const answers = [...before.answers, answered];
  const count = answers.length;
  const given = keysOf(answers);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  const { posterior, ability, standardError } = estimateAttempt(engine, prior, answers);
  const level = engine.report(attempt.competence, posterior);
  const { minItems, maxItems } = lengthOf(attempt, sitting);
  const usedMs = usedAfter(attempt.usedMs, input.durationMs);
  const ends = shouldStop({
    ...{ minItems, maxItems, minLevelProbability: sitting.minLevelProbability },
    count,
    level,
    poolSize: leftOf({ competence, bounds: attempt, given }).length,
  });
  const owner = {
    schoolId: attempt.schoolId,
    pupilId: attempt.pupilId,
    competence: attempt.competence,
  };
  const next =
    ends.stop || isTimeUp(attempt, usedMs)
      ? null
      : chooseItem({
          competence,
          bounds: attempt,
          maxItems,
          exposure,
          posterior,
          seed: attempt.seed,
          ordinal: count + 1,
          given,
          seenBefore: before.met,
        });

  const progress = {
    status: next ? ('open' as const) : ('finished' as const),
    answered: count,
    usedMs,
    currentItemId: next?.currentItemId ?? null,
    currentItemVersion: next?.currentItemVersion ?? null,
    currentSeed: next?.currentSeed ?? null,
    ability,
    standardError,
    lastAnswerAt: now,
    finishedAt: next ? null : now,
  };
  const kept = {
    ordinal: input.ordinal,
    clientKey: input.clientKey,
    ...answered,
    seed: currentSeed,
    response: input.response,
    ability,
    standardError,
    answeredAt: now,
    durationMs: input.durationMs,
  };
  const seal = sealResponse(before.seal, kept);
  const row = { schoolId: attempt.schoolId, attemptId: attempt.id, ...kept, seal };
  const where = { schoolId: attempt.schoolId, attemptId: attempt.id };
  const batch = [store.change.addResponse(row), store.change.advanceAttempt(where, progress)];
  if (!next && attempt.mode === 'measure') {
    batch.push(
      store.change.keepResult({
        ...owner,
        releaseVersion: attempt.releaseVersion,
        attemptId: attempt.id,
        ability,
        standardError,
        level: level.level,
        probabilities: level.probabilities,
        responses: count,
        finishedAt: now,
      }),
    );
  }
  return {
    batch,
    row,
    evidence: { attempt: { ...attempt, ...progress }, answers, seal, met: before.met },
    feedback: explainScore(instance, scored),
  };
}

/** The reply to an answer that was kept before, where it is the same answer. */
function repeatReply(
  context: ServiceContext,
  attempt: AttemptRow,
  kept: ResponseRow,
  input: SubmitResponse,
): AcceptedResponse {
  if (kept.clientKey !== input.clientKey) throw new Refusal('already-answered');
  context.tally.answersRepeated += 1;
  const engine = context.engines.of(attempt.releaseVersion);
  return reply(context, attempt, kept.ordinal, explainKept(engine, kept));
}

function reply(
  context: ServiceContext,
  attempt: AttemptRow,
  ordinal: number,
  feedback: ScoredFeedback,
): AcceptedResponse {
  return {
    ordinal,
    feedback: attempt.feedback === 'now' ? feedback : null,
    attempt: viewAttempt(context.engines.of(attempt.releaseVersion), attempt),
  };
}
