import { describeResponse } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import { borrowedShare } from '@jalon/measurement';
import type { AttemptResult, ReviewedResponse } from '@jalon/types';
import type { Pupil, Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { fullName } from '../names.ts';
import { estimateAttempt, type ResponseRow } from './choose-item.ts';
import { explainKept } from './explain.ts';
import { openResult } from './open-result.ts';
import { instanceOf } from './instance.ts';
import { mostlyRight, nextSteps, outcomesByDescriptor } from './outcomes.ts';

/**
 * What an attempt showed, response by response. Its pupil reads it once it is finished
 * (`attempt-open` before); a teacher also while it runs, and that look is logged.
 */
export async function readResult(
  context: ServiceContext,
  actor: Pupil | Teacher,
  attemptId: string,
): Promise<AttemptResult> {
  const { store, engines } = context;
  const { attempt, pupil } = await openResult(context, actor, attemptId, {
    whileOpen: actor.role !== 'pupil',
  });
  const engine = engines.of(attempt.releaseVersion);
  const competence = engine.competences.get(attempt.competence);
  if (!competence) throw new Error(`Attempt ${attemptId} is on a competence without items.`);
  const rows = await store.read.attempts.responses({ schoolId: actor.schoolId, attemptId });
  const { competence: code, priorMean, priorSd, priorAloneSd, standardError } = attempt;
  const prior = { mean: priorMean, sd: priorSd };
  const { posterior } = estimateAttempt(engine, prior, rows);
  const level = engine.report(code, posterior);
  const before = estimateAttempt(engine, prior, []);
  const outcomes = outcomesByDescriptor(engine, rows);
  return {
    attemptId,
    pupil: { id: pupil.id, name: fullName(pupil) },
    title: attempt.title,
    mode: attempt.mode,
    status: attempt.status,
    competence: competence.name,
    release: engine.reference,
    startedAt: attempt.startedAt.toISOString(),
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    level,
    ability: attempt.ability,
    standardError,
    before: {
      level: engine.report(code, before.posterior),
      ability: before.ability,
      standardError: before.standardError,
    },
    cuts: [...competence.cuts],
    borrowed: priorAloneSd === null ? 0 : borrowedShare({ priorSd, priorAloneSd, standardError }),
    shown: outcomes.filter(mostlyRight),
    next: nextSteps(competence.descriptors, outcomes, level.level),
    responses: rows.map((row, index) =>
      reviewResponse(engine, row, (rows[index - 1] ?? before).ability),
    ),
  };
}

function reviewResponse(engine: Engine, row: ResponseRow, abilityBefore: number): ReviewedResponse {
  const { definition } = engine.item(row.itemId, row.itemVersion);
  const instance = instanceOf(engine, row);
  return {
    ordinal: row.ordinal,
    title: definition.title,
    prompt: instance.prompt,
    descriptor: engine.descriptor(definition.descriptor),
    answer: describeResponse(instance, responseSchema.parse(row.response)),
    feedback: explainKept(engine, row),
    instance: { itemId: row.itemId, itemVersion: row.itemVersion, seed: row.seed },
    answeredAt: row.answeredAt.toISOString(),
    durationMs: row.durationMs,
    ability: row.ability,
    standardError: row.standardError,
    moved: row.ability - abilityBefore,
  };
}
