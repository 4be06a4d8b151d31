import type { Row } from '@jalon/store';
import type { PupilHome } from '@jalon/types';
import type { Pupil } from './actor.ts';
import { competenceName } from './assessments/summary.ts';
import { isClosed, isOpened, sittingState } from './assessments/state.ts';
import { needsOf } from './accommodations.ts';
import { minutesFor } from './attempts/sitting-bounds.ts';
import type { ServiceContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { levelOfResult } from './results.ts';

type ResultRow = Row<'result'>;
type AssessmentRow = Row<'assessment'>;

/** A pupil's first page: what was given, what may be practised, and results so far. */
export async function readHome(
  { store, engines, clock }: ServiceContext,
  actor: Pupil,
): Promise<PupilHome> {
  const own = { schoolId: actor.schoolId, pupilId: actor.id };
  const engine = engines.current;
  const [pupil, given, attempts, results, needs] = await Promise.all([
    store.read.identity.pupilById({ schoolId: actor.schoolId, pupilId: actor.id }),
    store.read.assessments.ofPupil(own),
    store.read.attempts.ofPupil(own),
    store.read.attempts.resultsOfPupil(own),
    needsOf(store, actor),
  ]);
  if (!pupil) throw new Refusal('not-signed-in');
  const now = clock();
  const practices = attempts.filter(
    ({ mode, assessmentId }) => mode === 'practice' && assessmentId === null,
  );
  return {
    name: pupil.firstName,
    className: pupil.className,
    assessments: given.map(({ assessment, attempt }) => ({
      id: assessment.id,
      title: assessment.title,
      competence: competenceName(engines, assessment),
      mode: assessment.mode,
      opensAt: isOpened(assessment, now) ? null : (assessment.opensAt?.toISOString() ?? null),
      closesAt: assessment.closesAt?.toISOString() ?? null,
      closed: isClosed(assessment, now),
      questions: assessment.questions,
      minutes: minutesFor(assessment.minutes, needs.has('extra-time')),
      step: stepOf(assessment, given),
      state: sittingState(attempt),
      attemptId: attempt?.id ?? null,
      answered: attempt?.answered ?? 0,
    })),
    practice: [...engine.competences.values()].map(({ name }) => {
      const own = practices.filter((attempt) => attempt.competence === name.code);
      return {
        competence: name,
        openAttemptId: own.find((attempt) => attempt.status === 'open')?.id ?? null,
        lastFinishedAttemptId: own.find((attempt) => attempt.status === 'finished')?.id ?? null,
      };
    }),
    results: lastOfEach(results).map((row) => ({
      competence: competenceName(engines, row),
      attemptId: row.attemptId,
      finishedAt: row.finishedAt.toISOString(),
      release: row.releaseVersion,
      level: levelOfResult(engines.of(row.releaseVersion), row),
    })),
  };
}

/** The place of an assessment among those of its sequence that the pupil was given. */
function stepOf(
  { id, sequence }: AssessmentRow,
  given: readonly { assessment: AssessmentRow }[],
): PupilHome['assessments'][number]['step'] {
  if (sequence === null) return null;
  const together = given
    .map(({ assessment }) => assessment)
    .filter((other) => other.sequence === sequence)
    .sort((a, b) => a.rank - b.rank);
  if (together.length === 1) return null;
  return { rank: together.findIndex((other) => other.id === id) + 1, of: together.length };
}

/** Of each competence the last result, under whichever release it was made: what a pupil was told stays. */
function lastOfEach(rows: readonly ResultRow[]): ResultRow[] {
  const last = new Map<string, ResultRow>();
  for (const row of rows) {
    const other = last.get(row.competence);
    if (!other || other.finishedAt <= row.finishedAt) last.set(row.competence, row);
  }
  return [...last.values()];
}
