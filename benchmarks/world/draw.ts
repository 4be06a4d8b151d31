import {
  type Random,
  seededRandom,
  startPosterior,
  summarizePosterior,
  updatePosterior,
} from '@jalon/measurement';
import { firstSeal, sealResponse } from '@jalon/framework';
import type { NewRow } from '@jalon/store';
import type { Engine } from '../../apps/api/src/services/engine.ts';
import { type PooledAnswer, poolAnswers } from './answers.ts';
import { type SeededIds, seededIds } from './ids.ts';
import {
  BETWEEN_SITTINGS_MS,
  FIRST_DAY_MS,
  classesOf,
  PUPILS_A_CLASS,
  rosterIds,
  type WorldPlan,
} from './plan.ts';
import { drawSchool } from './roster.ts';
import type { TableRows } from '../../packages/store/src/fill/index.ts';

const PRIOR = { mean: 0, sd: 1.5 };
const MOST_ITEMS = 12;
const FEWEST_ITEMS = 8;
/** One sitting in five ends before its twelfth item. */
const ENDS_EARLY = 0.19;

/** What sittings are drawn from. */
interface Source {
  ids: SeededIds;
  random: Random;
  engine: Engine;
  /** The last result of each pupil in each competence. */
  results: Map<string, NewRow<'result'>>;
  pools: readonly (readonly [code: string, items: readonly PooledAnswer[][]])[];
}

/**
 * Rows of a made-up world, in the order in which references and time have them: the roster first,
 * then sitting after sitting, each in every school, so that a school's rows lie as far apart as
 * in life, and at the end the results they leave. The same plan gives the same rows, and a replay of
 * them finds no difference.
 */
export function* drawWorld(plan: WorldPlan, engine: Engine): Generator<TableRows> {
  const ids = seededIds(plan.seed);
  const source: Source = {
    ids,
    random: seededRandom(plan.seed),
    engine,
    results: new Map(),
    pools: [...poolAnswers(engine)],
  };
  const { version, framework, sha256 } = engine.reference;
  const publishedAt = new Date(FIRST_DAY_MS);
  yield { name: 'publishedRelease', rows: [{ version, framework, sha256, publishedAt }] };
  for (let school = 0; school < plan.schools; school += 1) yield* drawSchool(ids, plan, school);

  let given = 0;
  for (let sitting = 0; sitting < plan.sittingsAPupil && given < plan.responses; sitting += 1) {
    for (let school = 0; school < plan.schools && given < plan.responses; school += 1) {
      const drawn = drawSitting(source, plan, school, sitting, plan.responses - given);
      yield* drawn;
      for (const { name, rows } of drawn) if (name === 'response') given += rows.length;
    }
  }
  yield { name: 'result', rows: [...source.results.values()] };
}

/** A sitting of every pupil of a school, up to so many responses. */
function drawSitting(
  source: Source,
  plan: WorldPlan,
  school: number,
  sitting: number,
  most: number,
): TableRows[] {
  const { ids } = source;
  const roster = rosterIds(ids, plan);
  const classes = classesOf(plan);
  const [competence = '', items = []] = source.pools[sitting % source.pools.length] ?? [];
  const startMs = FIRST_DAY_MS + sitting * BETWEEN_SITTINGS_MS + (school % 240) * 60_000;
  const shared = {
    schoolId: roster.school(school),
    title: 'Chercher une information',
    competence,
    releaseVersion: source.engine.reference.version,
    feedback: 'later' as const,
  };
  const assessments = Array.from({ length: classes }, (_, rank) => ({
    ...shared,
    id: ids.timed('assessment', (sitting * plan.schools + school) * classes + rank, startMs),
    classId: roster.class(school, rank),
    givenBy: roster.teacher(school),
    givenAt: new Date(startMs),
    closesAt: null,
  }));
  const attempts: NewRow<'attempt'>[] = [];
  const responses: NewRow<'response'>[] = [];
  for (let rank = 0; rank < plan.pupilsASchool && responses.length < most; rank += 1) {
    const order = (sitting * plan.schools + school) * plan.pupilsASchool + rank;
    const id = ids.timed('attempt', order, startMs + rank);
    const where = { schoolId: shared.schoolId, id, order, startMs, items, competence };
    const { given, probabilities } = drawResponses(source, where);
    const last = given.at(-1);
    if (!last) throw new Error(`Nothing to answer in competence ${competence}.`);
    responses.push(...given);
    const attempt = {
      ...shared,
      id,
      pupilId: roster.pupil(school, rank),
      assessmentId: assessments[Math.floor(rank / PUPILS_A_CLASS)]?.id ?? null,
      mode: 'measure' as const,
      seed: id,
      priorMean: PRIOR.mean,
      priorSd: PRIOR.sd,
      priorAloneSd: null,
      status: 'finished' as const,
      answered: given.length,
      currentItemId: null,
      currentItemVersion: null,
      currentSeed: null,
      ability: last.ability,
      standardError: last.standardError,
      startedAt: new Date(startMs),
      lastAnswerAt: last.answeredAt,
      finishedAt: last.answeredAt,
    };
    attempts.push(attempt);
    source.results.set(
      `${attempt.pupilId} ${competence}`,
      resultOf(source, attempt, probabilities),
    );
  }
  return [
    { name: 'assessment', rows: assessments },
    { name: 'attempt', rows: attempts },
    { name: 'response', rows: responses },
  ];
}

interface Sitting {
  schoolId: string;
  id: string;
  /** The attempt's rank among all. */
  order: number;
  startMs: number;
  items: readonly PooledAnswer[][];
  competence: string;
}

function drawResponses(
  { ids, random, engine }: Source,
  sitting: Sitting,
): { given: NewRow<'response'>[]; probabilities: readonly number[] } {
  const { schoolId, id, order, startMs, items } = sitting;
  const length =
    random.next() < ENDS_EARLY ? random.integer(FEWEST_ITEMS, MOST_ITEMS - 1) : MOST_ITEMS;
  const firstItem = random.integer(0, items.length - 1);
  let atMs = startMs;
  let posterior = startPosterior(PRIOR);
  let seal = firstSeal({
    attemptId: id,
    competence: sitting.competence,
    releaseSha256: engine.reference.sha256,
    seed: id,
    prior: PRIOR,
  });
  const given = Array.from({ length: Math.min(length, items.length) }, (_, index) => {
    const answers = items[(firstItem + index) % items.length] ?? [];
    const answer = answers[random.integer(0, answers.length - 1)];
    if (!answer) throw new Error('An item has no answer.');
    const durationMs = random.integer(12_000, 90_000);
    atMs += durationMs;
    posterior = updatePosterior(posterior, engine.observation(answer));
    const kept = {
      ordinal: index + 1,
      clientKey: ids.random('clientKey', order * MOST_ITEMS + index),
      ...answer,
      ...summarizePosterior(posterior),
      answeredAt: new Date(atMs),
      durationMs,
    };
    seal = sealResponse(seal, kept);
    return { schoolId, attemptId: id, ...kept, seal };
  });
  const { probabilities } = engine.report(sitting.competence, posterior);
  return { given, probabilities };
}

function resultOf(
  { engine }: Source,
  attempt: NewRow<'attempt'>,
  probabilities: readonly number[],
): NewRow<'result'> {
  return {
    schoolId: attempt.schoolId,
    pupilId: attempt.pupilId,
    competence: attempt.competence,
    releaseVersion: attempt.releaseVersion,
    attemptId: attempt.id,
    ability: attempt.ability,
    standardError: attempt.standardError,
    level: engine.reported(probabilities).level,
    probabilities,
    responses: attempt.answered,
    finishedAt: attempt.finishedAt ?? attempt.startedAt,
  };
}
