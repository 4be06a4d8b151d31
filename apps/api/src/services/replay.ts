import { brokenSeals } from '@jalon/framework';
import { instantiate, score } from '@jalon/items';
import { response as responseSchema } from '@jalon/items/contract';
import { startPosterior, summarizePosterior, updatePosterior } from '@jalon/measurement';
import type { Row, Store } from '@jalon/store';
import { sealedAttempt } from './attempts/seal-of-attempt.ts';
import { type Counted, finishedMs, Latest } from './derive-result.ts';
import type { Engine, Engines } from './engine.ts';
import { everyPupilsWork, everySchool, type WholeAttempt } from './every-school.ts';

/** One figure that is not what the responses give. */
export interface Difference {
  attemptId: string;
  what: string;
  kept: unknown;
  replayed: unknown;
}

export interface ReplayCounts {
  attempts: number;
  responses: number;
  results: number;
}

export interface Replay extends ReplayCounts {
  differences: Difference[];
}

/**
 * Scores every response again, estimates every attempt again, and compares to the last bit with
 * what was kept: points, abilities, standard errors, and the results derived from them. Of one
 * school, where its id is given; holds a few pupils' work at a time.
 */
export async function replayResults(
  store: Store,
  engines: Engines,
  schoolId: string | null = null,
): Promise<Replay> {
  if (schoolId !== null) return replaySchool(store, engines, schoolId);
  const whole: Replay = { attempts: 0, responses: 0, results: 0, differences: [] };
  for await (const { id } of everySchool(store)) {
    const { differences, ...counts } = await replaySchool(store, engines, id);
    addCounts(whole, counts);
    whole.differences.push(...differences);
  }
  return whole;
}

/** Adds what one replay counted to another. */
export function addCounts(to: ReplayCounts, { attempts, responses, results }: ReplayCounts): void {
  to.attempts += attempts;
  to.responses += responses;
  to.results += results;
}

/** `replayResults` of one school. */
export async function replaySchool(
  store: Store,
  engines: Engines,
  schoolId: string,
): Promise<Replay> {
  const replay: Replay = { attempts: 0, responses: 0, results: 0, differences: [] };
  for await (const { attempts, results } of everyPupilsWork(store, schoolId)) {
    const latest = new Latest();
    for (const whole of attempts) {
      const counted = tryAttempt(engines, whole, replay);
      if (counted) latest.add(counted);
    }
    for (const row of results) {
      replay.results += 1;
      compareResult(replay, row, latest.take(row));
    }
    for (const { attempt } of latest.left()) {
      differing(replay, attempt.id)('result', null, attempt.id);
    }
  }
  return replay;
}

function compareResult(replay: Replay, row: Row<'result'>, counted: Counted | null): void {
  const differs = differing(replay, row.attemptId);
  if (counted?.attempt.id !== row.attemptId) {
    differs('result of attempt', row.attemptId, counted?.attempt.id ?? null);
    return;
  }
  const { attempt, ability, standardError, level, responses } = counted;
  differs('result ability', row.ability, ability);
  differs('result standard error', row.standardError, standardError);
  differs('result level', row.level, level.level);
  const written = JSON.stringify;
  differs('result probabilities', written(row.probabilities), written(level.probabilities));
  differs('result responses', row.responses, responses);
  differs('result finished at', row.finishedAt.getTime(), finishedMs(attempt));
}

/** Replays an attempt; one whose responses can no longer be scored is a difference by itself. */
function tryAttempt(engines: Engines, whole: WholeAttempt, replay: Replay): Counted | null {
  try {
    const { attempt, responses } = whole;
    for (const ordinal of brokenSeals(sealedAttempt(engines, attempt), responses)) {
      const { seal } = responses.find((row) => row.ordinal === ordinal) ?? { seal: null };
      differing(replay, attempt.id)(`seal of response ${ordinal}`, seal, 'changed since');
    }
    return replayAttempt(engines.of(attempt.releaseVersion), whole, replay);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    differing(replay, whole.attempt.id)('cannot be replayed', null, why);
    return null;
  }
}

function replayAttempt(
  engine: Engine,
  { attempt, responses: rows }: WholeAttempt,
  replay: Replay,
): Counted {
  replay.attempts += 1;
  const differs = differing(replay, attempt.id);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  differs('answered', attempt.answered, rows.length);
  let posterior = startPosterior(prior);
  for (const row of rows) {
    replay.responses += 1;
    const { definition } = engine.item(row.itemId, row.itemVersion);
    const scored = score(instantiate(definition, row.seed), responseSchema.parse(row.response));
    differs(`points of response ${row.ordinal}`, row.points, scored.points);
    differs(`possible of response ${row.ordinal}`, row.possible, scored.possible);
    // One by one, to the same bytes as all at once (`estimateAbility`).
    posterior = updatePosterior(posterior, engine.observation(row));
    const { ability, standardError } = summarizePosterior(posterior);
    differs(`ability after response ${row.ordinal}`, row.ability, ability);
    differs(`error after response ${row.ordinal}`, row.standardError, standardError);
  }
  const { ability, standardError } = summarizePosterior(posterior);
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
