import { score } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import type { Row, Store } from '@jalon/store';
import type { ReportedLevel } from '@jalon/types';
import { type AttemptRow, estimateAttempt } from './attempts/choose-item.ts';
import { instanceOf } from './attempts/instance.ts';
import type { Engine, Engines } from './engine.ts';

type ResultRow = Row<'result'>;

/** One figure that is not what the responses give. */
export interface Difference {
  attemptId: string;
  what: string;
  kept: unknown;
  replayed: unknown;
}

export interface Replay {
  attempts: number;
  responses: number;
  results: number;
  differences: Difference[];
}

/** What an attempt comes to once its responses are scored again. */
interface Replayed {
  attempt: AttemptRow;
  ability: number;
  standardError: number;
  level: ReportedLevel;
  responses: number;
}

/**
 * Scores every response again, estimates every attempt again, and compares to the last bit with
 * what was kept: points, abilities, standard errors, and the results derived from them.
 */
export async function replayResults(store: Store, engines: Engines): Promise<Replay> {
  const replay: Replay = { attempts: 0, responses: 0, results: 0, differences: [] };
  const latest = new Map<string, Replayed>();
  for (const attempt of await store.read.attempts.everyAttempt()) {
    const replayed = await tryAttempt(store, engines.of(attempt.releaseVersion), attempt, replay);
    if (!replayed || attempt.mode !== 'measure' || attempt.status !== 'finished') continue;
    const key = resultKey(attempt);
    const other = latest.get(key);
    if (other && finishedMs(other.attempt) > finishedMs(attempt)) continue;
    latest.set(key, replayed);
  }

  for (const row of await store.read.attempts.everyResult()) {
    replay.results += 1;
    const key = resultKey(row);
    compareResult(replay, row, latest.get(key));
    latest.delete(key);
  }
  for (const { attempt } of latest.values()) {
    differing(replay, attempt.id)('result', null, attempt.id);
  }
  return replay;
}

function compareResult(replay: Replay, row: ResultRow, replayed: Replayed | undefined): void {
  const differs = differing(replay, row.attemptId);
  if (replayed?.attempt.id !== row.attemptId) {
    differs('result of attempt', row.attemptId, replayed?.attempt.id ?? null);
    return;
  }
  const { attempt, ability, standardError, level, responses } = replayed;
  differs('result ability', row.ability, ability);
  differs('result standard error', row.standardError, standardError);
  differs('result level', row.level, level.level);
  const written = JSON.stringify;
  differs('result probabilities', written(row.probabilities), written(level.probabilities));
  differs('result responses', row.responses, responses);
  differs('result finished at', row.finishedAt.getTime(), finishedMs(attempt));
}

/** Replays an attempt; one whose responses can no longer be scored is a difference by itself. */
async function tryAttempt(store: Store, engine: Engine, attempt: AttemptRow, replay: Replay) {
  try {
    return await replayAttempt(store, engine, attempt, replay);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    differing(replay, attempt.id)('cannot be replayed', null, why);
    return null;
  }
}

async function replayAttempt(
  store: Store,
  engine: Engine,
  attempt: AttemptRow,
  replay: Replay,
): Promise<Replayed> {
  replay.attempts += 1;
  const differs = differing(replay, attempt.id);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  const rows = await store.read.attempts.responses({
    schoolId: attempt.schoolId,
    attemptId: attempt.id,
  });
  differs('answered', attempt.answered, rows.length);
  let estimate = estimateAttempt(engine, prior, []);
  for (const [index, row] of rows.entries()) {
    replay.responses += 1;
    const scored = score(instanceOf(engine, row), responseSchema.parse(row.response));
    differs(`points of response ${row.ordinal}`, row.points, scored.points);
    differs(`possible of response ${row.ordinal}`, row.possible, scored.possible);
    estimate = estimateAttempt(engine, prior, rows.slice(0, index + 1));
    differs(`ability after response ${row.ordinal}`, row.ability, estimate.ability);
    differs(`error after response ${row.ordinal}`, row.standardError, estimate.standardError);
  }
  const { ability, standardError, posterior } = estimate;
  differs('ability', attempt.ability, ability);
  differs('standard error', attempt.standardError, standardError);
  const level = engine.report(attempt.competence, posterior);
  return { attempt, ability, standardError, level, responses: rows.length };
}

const differing =
  (replay: Replay, attemptId: string) =>
  (what: string, kept: unknown, replayed: unknown): void => {
    if (!Object.is(kept, replayed)) replay.differences.push({ attemptId, what, kept, replayed });
  };

const finishedMs = (attempt: AttemptRow): number => attempt.finishedAt?.getTime() ?? 0;

const resultKey = (row: {
  schoolId: string;
  pupilId: string;
  competence: string;
  releaseVersion: string;
}): string => [row.schoolId, row.pupilId, row.competence, row.releaseVersion].join('/');
