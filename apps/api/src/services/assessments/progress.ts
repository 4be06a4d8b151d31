import { type AssessmentProgress, QUICK_ANSWER_MS, type SittingProgress } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { AttemptRow } from '../attempts/choose-item.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { sittingState } from './state.ts';
import { summarise } from './summary.ts';

/** Who is where in an assessment: one row a pupil whom it was given to. */
export async function readProgress(
  { store, engines, clock }: ServiceContext,
  actor: Teacher,
  assessmentId: string,
): Promise<AssessmentProgress> {
  const { schoolId } = actor;
  const row = await store.read.assessments.byId({ schoolId, assessmentId });
  if (!row) throw new Refusal('not-found');
  const [schoolClass, members, attempts, quick, chosen] = await Promise.all([
    store.read.classes.byId({ schoolId, classId: row.classId }),
    store.read.classes.pupils({ schoolId, classId: row.classId }),
    store.read.assessments.attempts({ schoolId, assessmentId }),
    store.read.assessments.quickAnswers({ schoolId, assessmentId, belowMs: QUICK_ANSWER_MS }),
    row.audience === 'class' ? null : store.read.assessments.chosen({ schoolId, assessmentId }),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const pupils = chosen ? members.filter(({ id }) => chosen.includes(id)) : members;
  const byPupil = new Map(attempts.map((attempt) => [attempt.pupilId, attempt]));
  const quickOf = new Map(quick.map(({ attemptId, answers }) => [attemptId, answers]));
  const sittings = pupils.map((pupil) => {
    const attempt = byPupil.get(pupil.id) ?? null;
    return sittingOf(pupil, attempt, quickOf.get(attempt?.id ?? '') ?? 0);
  });
  const counted = {
    pupils: pupils.length,
    working: sittings.filter(({ state }) => state === 'working').length,
    finished: sittings.filter(({ state }) => state === 'finished').length,
    chosen: chosen?.length ?? null,
  };
  return {
    assessment: summarise(engines, row, counted, clock()),
    class: schoolClass,
    atMost: row.questions ?? engines.of(row.releaseVersion).release.scale.sitting.maxItems,
    pupils: sittings,
  };
}

/** Where one pupil is. */
export function sittingOf(
  pupil: { id: string; firstName: string; lastName: string },
  attempt: AttemptRow | null,
  quickAnswers: number,
): SittingProgress {
  return {
    pupilId: pupil.id,
    name: fullName(pupil),
    state: sittingState(attempt),
    attemptId: attempt?.id ?? null,
    answered: attempt?.answered ?? 0,
    startedAt: attempt?.startedAt.toISOString() ?? null,
    quickAnswers,
    lastAnswerAt: attempt?.lastAnswerAt?.toISOString() ?? null,
  };
}
