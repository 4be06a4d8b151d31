import type { MeetingCompetence, MeetingPage } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import { mostlyRight, nextSteps, outcomesByDescriptor } from '../attempts/outcomes.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { resultsUnder } from '../results-under.ts';
import { lookAtPupil } from './look-at-pupil.ts';

/** Of one competence, as much as is talked about. */
const MOST_SHOWN = 4;

/**
 * What a pupil's latest results say, competence by competence, in descriptors: for a talk of
 * teacher, pupil and family. The look is logged. Refuses with `not-found`.
 */
export async function readMeetingPage(
  context: ServiceContext,
  actor: Teacher,
  pupilId: string,
): Promise<MeetingPage> {
  const { store, engines } = context;
  const { schoolId } = actor;
  const { pupil, schoolClass, at } = await lookAtPupil(context, actor, pupilId);
  const engine = engines.current;
  const results = await store.read.attempts.resultsOfPupil({ schoolId, pupilId });
  const { cells, rereadings } = (await resultsUnder(context, engine, schoolId, results))(pupilId);
  const shown = [...cells, ...rereadings].sort((a, b) => (a.competence < b.competence ? -1 : 1));
  const attemptIds = shown.map(({ attemptId }) => attemptId);
  const [attempts, answers] = await Promise.all([
    store.read.attempts.byIds({ schoolId, attemptIds }),
    store.read.attempts.responsesOf({ schoolId, attemptIds }),
  ]);
  const releaseOf = new Map(attempts.map(({ id, releaseVersion }) => [id, releaseVersion]));
  const answersOf = Map.groupBy(answers, ({ attemptId }) => attemptId);
  return {
    pupil: { id: pupil.id, name: fullName(pupil) },
    class: schoolClass,
    schoolName: pupil.schoolName,
    madeAt: at.toISOString(),
    release: engine.reference,
    competences: shown.flatMap(({ competence: code, attemptId, level, finishedAt }) => {
      const version = releaseOf.get(attemptId);
      const of = version === undefined ? undefined : engines.of(version);
      const competence = of?.competences.get(code);
      if (!of || !competence) return [];
      const outcomes = outcomesByDescriptor(of, answersOf.get(attemptId) ?? []);
      const right = outcomes.filter(mostlyRight).map(({ descriptor }) => descriptor);
      const page: MeetingCompetence = {
        competence: competence.name,
        ...{ level, finishedAt },
        // The hardest of what was shown says the most.
        shown: right.toSorted((a, b) => b.level - a.level).slice(0, MOST_SHOWN),
        next: nextSteps(competence.descriptors, outcomes, level.level),
      };
      return [page];
    }),
  };
}
