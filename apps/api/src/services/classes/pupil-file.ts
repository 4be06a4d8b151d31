import type { PupilFile } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import { competenceName } from '../assessments/summary.ts';
import { estimateAttempt } from '../attempts/choose-item.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { resultsUnder } from '../results-under.ts';
import { lookAtPupil } from './look-at-pupil.ts';

/** One pupil's results and attempts, for a teacher of the class. The look is logged. */
export async function readPupilFile(
  context: ServiceContext,
  actor: Teacher,
  pupilId: string,
): Promise<PupilFile> {
  const { store, engines } = context;
  const { schoolId } = actor;
  const { pupil, schoolClass } = await lookAtPupil(context, actor, pupilId);
  const engine = engines.current;
  const [results, attempts] = await Promise.all([
    store.read.attempts.resultsOfPupil({ schoolId, pupilId }),
    store.read.attempts.ofPupil({ schoolId, pupilId }),
  ]);
  const finished = attempts.filter(({ status }) => status === 'finished');
  const [shown, answers] = await Promise.all([
    resultsUnder(context, engine, schoolId, results),
    store.read.attempts.responsesOf({ schoolId, attemptIds: finished.map(({ id }) => id) }),
  ]);
  const answersOf = Map.groupBy(answers, ({ attemptId }) => attemptId);
  return {
    pupil: { id: pupil.id, name: fullName(pupil) },
    class: schoolClass,
    release: engine.reference,
    ...shown(pupilId),
    attempts: attempts.map((attempt) => {
      const engine = engines.of(attempt.releaseVersion);
      const rows = answersOf.get(attempt.id) ?? [];
      const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
      return {
        id: attempt.id,
        title: attempt.title,
        mode: attempt.mode,
        status: attempt.status,
        competence: competenceName(engines, attempt),
        answered: attempt.answered,
        release: attempt.releaseVersion,
        startedAt: attempt.startedAt.toISOString(),
        finishedAt: attempt.finishedAt?.toISOString() ?? null,
        level:
          attempt.status === 'finished'
            ? engine.report(attempt.competence, estimateAttempt(engine, prior, rows).posterior)
            : null,
      };
    }),
  };
}
