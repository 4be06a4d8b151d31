import { score } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import type { Store } from '@jalon/store';
import { type AttemptRow, estimateAttempt } from './attempts/choose-item.ts';
import { instanceOf } from './attempts/instance.ts';
import type { Engine, Engines } from './engine.ts';

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

/**
 * Scores every response again, estimates every attempt again, and compares to the last bit with
 * what was kept: points, abilities, standard errors, and the results derived from them.
 */
export async function replayResults(store: Store, engines: Engines): Promise<Replay> {
  const replay: Replay = { attempts: 0, responses: 0, results: 0, differences: [] };
  const latest = new Map<string, { attempt: AttemptRow; probabilities: number[] }>();
  for (const attempt of await store.read.attempts.everyAttempt()) {
    const engine = engines.of(attempt.releaseVersion);
    const posterior = await replayAttempt(store, engine, attempt, replay);
    if (attempt.mode !== 'measure' || attempt.status !== 'finished') continue;
    const key = resultKey(attempt);
    const other = latest.get(key);
    if (other && finishedMs(other.attempt) > finishedMs(attempt)) continue;
    const { probabilities } = engine.report(attempt.competence, posterior);
    latest.set(key, { attempt, probabilities });
  }

  for (const row of await store.read.attempts.everyResult()) {
    replay.results += 1;
    const key = resultKey(row);
    const replayed = latest.get(key);
    latest.delete(key);
    const differs = differing(replay, row.attemptId);
    differs('result of attempt', row.attemptId, replayed?.attempt.id);
    differs('result', JSON.stringify(row.probabilities), JSON.stringify(replayed?.probabilities));
    differs('result ability', row.ability, replayed?.attempt.ability);
  }
  for (const { attempt } of latest.values()) {
    differing(replay, attempt.id)('result', null, attempt.id);
  }
  return replay;
}

async function replayAttempt(store: Store, engine: Engine, attempt: AttemptRow, replay: Replay) {
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
  differs('ability', attempt.ability, estimate.ability);
  differs('standard error', attempt.standardError, estimate.standardError);
  return estimate.posterior;
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
