import { describeResponse } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import { accommodationList, ownDataSchema, type OwnAttempt, type OwnData } from '@jalon/types';
import { competenceName } from '../assessments/summary.ts';
import { sittingState } from '../assessments/state.ts';
import type { AttemptRow, ResponseRow } from '../attempts/choose-item.ts';
import { instanceOf } from '../attempts/instance.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import { levelOfResult } from '../results.ts';
import type { OnePupil } from './erase.ts';
import { lookOf } from './looks.ts';
import { sessionsOf } from './sessions.ts';
import { ownDataTitles } from './titles.ts';

type Context = Pick<ServiceContext, 'store' | 'engines' | 'clock'>;

/**
 * All that is kept about a pupil, as the chunks of one JSON document (`ownData`): one attempt is
 * held in memory at a time. `withOpenScores` says whether points of a test under way are told,
 * which its own pupil does not learn before the end. Refuses with `not-found`.
 */
export async function exportPupil(
  context: Context,
  of: OnePupil,
  { withOpenScores }: { withOpenScores: boolean },
): Promise<AsyncGenerator<string>> {
  const head = await headOf(context, of);
  const attempts = await context.store.read.attempts.ofPupil(of);
  return chunks(context, head, attempts.toReversed(), withOpenScores);
}

async function* chunks(
  { store, engines }: Context,
  head: Omit<OwnData, 'attempts'>,
  attempts: AttemptRow[],
  withOpenScores: boolean,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "attempts": [`;
  for (const [index, attempt] of attempts.entries()) {
    const { schoolId, id: attemptId } = attempt;
    const rows = await store.read.attempts.responses({ schoolId, attemptId });
    const isTold = withOpenScores || attempt.status === 'finished';
    const told = attemptOf(engines.of(attempt.releaseVersion), attempt, rows, isTold);
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(
      { ...told, competence: competenceName(engines, attempt) } satisfies OwnAttempt,
      null,
      1,
    )}`;
  }
  yield ']}\n';
}

async function headOf(context: Context, of: OnePupil): Promise<Omit<OwnData, 'attempts'>> {
  const { store, engines, clock } = context;
  const { rights } = store.read;
  const [
    found,
    accommodation,
    transfers,
    positions,
    groups,
    knownBy,
    cards,
    given,
    results,
    looks,
    tokens,
  ] = await Promise.all([
    rights.pupil(of),
    rights.accommodation(of),
    store.read.transfers.ofPupil(of),
    rights.positions(of),
    rights.groups(of),
    rights.keyKinds(of),
    rights.cardCount(of),
    store.read.assessments.ofPupil(of),
    rights.results(of),
    rights.looksAt(of),
    rights.sessionsOf(of.pupilId),
  ]);
  if (!found) throw new Refusal('not-found');
  const { pupil, schoolClass, school } = found;
  return {
    schema: ownDataSchema,
    madeAt: clock().toISOString(),
    titles: ownDataTitles,
    pupil: {
      id: pupil.id,
      firstName: pupil.firstName,
      lastName: pupil.lastName,
      yearGroup: pupil.yearGroup,
      leftAt: pupil.leftAt?.toISOString() ?? null,
    },
    class: {
      name: schoolClass.name,
      yearGroup: schoolClass.yearGroup,
      schoolYear: schoolClass.schoolYear,
    },
    school: { uai: school.uai, name: school.name, department: school.department },
    groups,
    knownBy,
    cards,
    assessments: given.map(({ assessment, attempt }) => ({
      id: assessment.id,
      title: assessment.title,
      competence: competenceName(engines, assessment),
      givenAt: assessment.givenAt.toISOString(),
      closesAt: assessment.closesAt?.toISOString() ?? null,
      state: sittingState(attempt),
    })),
    results: results.map((row) => {
      const { level, band, probabilities } = levelOfResult(engines.of(row.releaseVersion), row);
      return {
        competence: competenceName(engines, row),
        release: row.releaseVersion,
        attemptId: row.attemptId,
        level,
        band,
        probabilities,
        ability: row.ability,
        standardError: row.standardError,
        responses: row.responses,
        finishedAt: row.finishedAt.toISOString(),
      };
    }),
    accommodations: accommodation
      ? {
          measures: accommodationList.parse(accommodation.measures),
          saidAt: accommodation.saidAt.toISOString(),
        }
      : null,
    positions: positions.map(({ saidAt, ...one }) => ({ ...one, saidAt: saidAt.toISOString() })),
    transfers: transfers.map(({ transfer, fromName, toName }) => ({
      ...{ from: fromName, to: toName, answer: transfer.answer },
      askedAt: transfer.askedAt.toISOString(),
      answeredAt: transfer.answeredAt?.toISOString() ?? null,
    })),
    looks: looks.map(lookOf),
    sessions: sessionsOf(tokens),
  };
}

function attemptOf(
  engine: Engine,
  attempt: AttemptRow,
  rows: readonly ResponseRow[],
  isTold: boolean,
): Omit<OwnAttempt, 'competence'> {
  return {
    id: attempt.id,
    title: attempt.title,
    mode: attempt.mode,
    status: attempt.status,
    release: attempt.releaseVersion,
    startedAt: attempt.startedAt.toISOString(),
    lastAnswerAt: attempt.lastAnswerAt?.toISOString() ?? null,
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    ability: isTold ? attempt.ability : null,
    standardError: isTold ? attempt.standardError : null,
    responses: rows.map((row) => responseOf(engine, row, isTold)),
  };
}

function responseOf(engine: Engine, row: ResponseRow, isTold: boolean) {
  const instance = instanceOf(engine, row);
  const response = responseSchema.parse(row.response);
  return {
    ordinal: row.ordinal,
    title: engine.item(row.itemId, row.itemVersion).definition.title,
    prompt: instance.prompt,
    answer: describeResponse(instance, response),
    response,
    instance: { itemId: row.itemId, itemVersion: row.itemVersion, seed: row.seed },
    points: isTold ? row.points : null,
    possible: row.possible,
    ability: isTold ? row.ability : null,
    standardError: isTold ? row.standardError : null,
    answeredAt: row.answeredAt.toISOString(),
    durationMs: row.durationMs,
  };
}
