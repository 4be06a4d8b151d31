import { estimateAbility } from '@jalon/measurement';
import { Conflict } from '@jalon/store';
import type { AttemptView, StartAttempt } from '@jalon/types';
import type { Pupil } from '../actor.ts';
import { announceSitting } from '../assessments/announce.ts';
import { isClosed, isOpened } from '../assessments/state.ts';
import { candidatesOf } from './candidates.ts';
import type { ServiceContext } from '../context.ts';
import type { Engine, EngineCompetence } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import { type AttemptRow, chooseItem, keysOf } from './choose-item.ts';
import type { Evidence } from './evidence.ts';
import { needsOf } from '../accommodations.ts';
import { lengthOf, timeAllowed } from './sitting-bounds.ts';
import { priorOf } from './prior.ts';
import { sealOfAttempt } from './seal-of-attempt.ts';
import { viewAttempt } from './view.ts';

type Plan = Pick<
  AttemptRow,
  'assessmentId' | 'mode' | 'title' | 'feedback' | 'questions' | 'levelFrom' | 'levelTo'
> & {
  /** Minutes that a pupil without extra time may take. */
  minutes: number | null;
  engine: Engine;
  competence: EngineCompetence;
};

/**
 * Begins an attempt, or gives back the one the pupil already has: an assessment is sat once, and a
 * competence has one open practice at a time. Refuses with `not-found`, `assessment-not-open`,
 * `assessment-closed` or `no-items`.
 */
export async function startAttempt(
  context: ServiceContext,
  actor: Pupil,
  input: StartAttempt,
): Promise<AttemptView> {
  const existing = await findExisting(context, actor, input);
  if (existing) return viewAttempt(context.engines.of(existing.releaseVersion), existing);

  const plan =
    input.mode === 'given'
      ? await planGiven(context, actor, input.assessmentId)
      : planPractice(context, input.competence);
  const evidence = await firstEvidence(context, actor, plan);
  const row = evidence.attempt;
  try {
    await context.store.write(context.store.change.addAttempt(row));
  } catch (error) {
    // Two tabs began at once: the other's attempt is as good.
    const other = error instanceof Conflict ? await findExisting(context, actor, input) : null;
    if (!other) throw error;
    return viewAttempt(plan.engine, other);
  }
  context.evidence.set(row.id, evidence);
  context.exposure.attemptBegan(row.competence);
  announceSitting(context, row);
  return viewAttempt(plan.engine, row);
}

function findExisting({ store }: ServiceContext, actor: Pupil, input: StartAttempt) {
  const own = { schoolId: actor.schoolId, pupilId: actor.id };
  return input.mode === 'given'
    ? store.read.attempts.ofAssessment({ ...own, assessmentId: input.assessmentId })
    : store.read.attempts.openPractice({ ...own, competence: input.competence });
}

async function planGiven(
  { store, engines, clock }: ServiceContext,
  actor: Pupil,
  assessmentId: string,
): Promise<Plan> {
  const assessment = await store.read.assessments.byId({
    schoolId: actor.schoolId,
    assessmentId,
  });
  if (!assessment) throw new Refusal('not-found');
  const { schoolId, classId } = assessment;
  const [isMember, chosen] = await Promise.all([
    store.read.classes.hasMember({ schoolId, classId, pupilId: actor.id }),
    assessment.audience === 'class'
      ? null
      : store.read.assessments.chosen({ schoolId, assessmentId }),
  ]);
  if (!isMember || chosen?.includes(actor.id) === false) throw new Refusal('not-found');
  const now = clock();
  if (!isOpened(assessment, now)) throw new Refusal('assessment-not-open');
  if (isClosed(assessment, now)) throw new Refusal('assessment-closed');
  const engine = engines.of(assessment.releaseVersion);
  return {
    engine,
    competence: competenceOf(engine, assessment.competence),
    assessmentId,
    mode: assessment.mode,
    title: assessment.title,
    feedback: assessment.feedback,
    questions: assessment.questions,
    minutes: assessment.minutes,
    levelFrom: assessment.levelFrom,
    levelTo: assessment.levelTo,
  };
}

function planPractice({ engines }: ServiceContext, code: string): Plan {
  const engine = engines.current;
  const competence = competenceOf(engine, code);
  return {
    engine,
    competence,
    assessmentId: null,
    mode: 'practice',
    title: competence.name.name,
    feedback: 'now',
    ...{ questions: null, minutes: null, levelFrom: null, levelTo: null },
  };
}

function competenceOf(engine: Engine, code: string): EngineCompetence {
  const competence = engine.competences.get(code);
  if (!competence) throw new Refusal('no-items');
  return competence;
}

/** The attempt as it begins: its prior, and the item it waits for. */
async function firstEvidence(context: ServiceContext, actor: Pupil, plan: Plan): Promise<Evidence> {
  const { engine, competence, minutes, ...rest } = plan;
  const now = context.clock();
  const id = context.newId();
  const { prior, aloneSd } = await priorOf(context.store, actor, plan, now);
  const { ability, standardError, posterior } = estimateAbility([], prior);
  const needs = await needsOf(context.store, actor);
  const met = keysOf(
    await context.store.read.attempts.itemsSeen({
      schoolId: actor.schoolId,
      pupilId: actor.id,
      competence: competence.name.code,
    }),
  );
  const bounds = {
    levelFrom: plan.levelFrom,
    levelTo: plan.levelTo,
    reach: needs.has('no-fine-pointing') ? ('no-fine-pointing' as const) : ('any' as const),
  };
  const poolSize = candidatesOf(competence, bounds).length;
  const questions = plan.questions === null ? null : Math.min(plan.questions, poolSize);
  const first = chooseItem({
    competence,
    bounds,
    maxItems: lengthOf({ questions }, engine.release.scale.sitting).maxItems,
    exposure: context.exposure,
    posterior,
    seed: id,
    ordinal: 1,
    given: new Set(),
    seenBefore: met,
  });
  if (!first) throw new Refusal('no-items');
  const attempt: AttemptRow = {
    schoolId: actor.schoolId,
    id,
    pupilId: actor.id,
    ...rest,
    ...bounds,
    questions,
    msAtMost: timeAllowed(minutes, needs.has('extra-time')),
    usedMs: 0,
    competence: competence.name.code,
    releaseVersion: engine.reference.version,
    seed: id,
    priorMean: prior.mean,
    priorSd: prior.sd,
    priorAloneSd: aloneSd,
    status: 'open',
    answered: 0,
    ...first,
    ability,
    standardError,
    startedAt: now,
    lastAnswerAt: null,
    finishedAt: null,
  };
  const seal = sealOfAttempt(context.engines, attempt);
  return { attempt, answers: [], seal, met };
}
