import { describeResponse } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import { borrowedShare } from '@jalon/measurement';
import type { AttemptResult, Descriptor, DescriptorOutcome, ReviewedResponse } from '@jalon/types';
import type { Pupil, Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { fullName } from '../names.ts';
import { estimateAttempt, type ResponseRow } from './choose-item.ts';
import { explainKept } from './explain.ts';
import { openResult } from './open-result.ts';
import { instanceOf } from './instance.ts';

/** How many descriptors to work on are named: a pupil takes in a few. */
const MOST_NEXT_STEPS = 3;

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

/** Points by descriptor, in the framework's order. */
function outcomesByDescriptor(engine: Engine, rows: readonly ResponseRow[]): DescriptorOutcome[] {
  const outcomes = new Map<string, DescriptorOutcome>();
  for (const row of rows) {
    const { descriptor: code } = engine.item(row.itemId, row.itemVersion).definition;
    const sum = outcomes.get(code) ?? {
      descriptor: engine.descriptor(code),
      points: 0,
      possible: 0,
    };
    outcomes.set(code, {
      ...sum,
      points: sum.points + row.points / row.possible,
      possible: sum.possible + 1,
    });
  }
  return [...outcomes.values()].sort((a, b) => (a.descriptor.code < b.descriptor.code ? -1 : 1));
}

const mostlyRight = ({ points, possible }: DescriptorOutcome) => points > possible / 2;

/** What was missed up to the next level first, then what that level holds and was not asked. */
function nextSteps(
  descriptors: readonly Descriptor[],
  outcomes: readonly DescriptorOutcome[],
  level: number,
): Descriptor[] {
  const shown = new Set(outcomes.filter(mostlyRight).map(({ descriptor }) => descriptor.code));
  const missed = new Set(
    outcomes.filter((outcome) => !mostlyRight(outcome)).map(({ descriptor }) => descriptor.code),
  );
  const ahead = descriptors.filter(
    (descriptor) => descriptor.level <= level + 1 && !shown.has(descriptor.code),
  );
  const inReach = ahead.filter(({ code }) => missed.has(code));
  const further = ahead.filter(
    (descriptor) => !missed.has(descriptor.code) && descriptor.level > level,
  );
  return [...inReach, ...further].slice(0, MOST_NEXT_STEPS);
}
