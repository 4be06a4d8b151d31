import { changeOf } from '@jalon/measurement';
import type { ClassGrowth, GrowthCell, GrowthMeasure } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import { type AttemptRow, estimateAttempt, type ResponseRow } from '../attempts/choose-item.ts';
import { isSameMetric } from '../attempts/same-metric.ts';
import type { ServiceContext } from '../context.ts';
import type { Engines } from '../engine.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { startOfSchoolYear } from '../school-year.ts';
import { timeZoneOf } from '../time-zones.ts';

/** What is compared: two measures of one pupil in one competence. */
interface Pair {
  first: AttemptRow;
  last: AttemptRow;
}

/**
 * How the pupils of a class changed since 1 September of its school year: in each competence the
 * first measure and the last, on the metric of the release in force. Measures without an answer say
 * nothing and count for nothing. Refuses with `not-found`.
 */
export async function readGrowth(
  { store, engines }: Pick<ServiceContext, 'store' | 'engines'>,
  actor: Teacher,
  classId: string,
): Promise<ClassGrowth> {
  const { schoolId } = actor;
  const where = { schoolId, classId };
  const engine = engines.current;
  const [schoolClass, pupils, teacher] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.pupils(where),
    store.read.identity.staffById(actor.id),
  ]);
  if (!schoolClass || !teacher?.schoolDepartment) throw new Refusal('not-found');
  const since = startOfSchoolYear(schoolClass.schoolYear, timeZoneOf(teacher.schoolDepartment));
  const rows = await store.read.classes.measures({ ...where, since });
  const measures = rows.filter((row) => row.answered > 0 && isSameMetric(engine, row));
  const measuresOf = Map.groupBy(measures, ({ pupilId }) => pupilId);
  const told = new Map(pupils.map(({ id }) => [id, pairsOf(measuresOf.get(id) ?? [])]));
  const answers = await store.read.attempts.responsesOf({
    schoolId,
    attemptIds: [...told.values()].flatMap(({ pairs }) =>
      pairs.flatMap(({ first, last }) => [first.id, last.id]),
    ),
  });
  const answersOf = Map.groupBy(answers, ({ attemptId }) => attemptId);
  return {
    class: schoolClass,
    release: engine.reference,
    since: since.toISOString(),
    competences: [...engine.competences.values()].map(({ name }) => name),
    pupils: pupils.map((pupil) => {
      const { pairs, once } = told.get(pupil.id) ?? { pairs: [], once: [] };
      return {
        id: pupil.id,
        name: fullName(pupil),
        cells: pairs.flatMap((pair) => cellOf(engines, pair, answersOf) ?? []),
        once,
      };
    }),
  };
}

/** Of one pupil's measures, oldest first: the first and last of each competence with two or more. */
function pairsOf(measures: readonly AttemptRow[]): { pairs: Pair[]; once: string[] } {
  const pairs: Pair[] = [];
  const once: string[] = [];
  for (const [competence, [first, ...more]] of Map.groupBy(measures, (row) => row.competence)) {
    const last = more.at(-1);
    if (first && last) pairs.push({ first, last });
    else once.push(competence);
  }
  return { pairs, once: once.sort() };
}

function cellOf(
  engines: Engines,
  { first, last }: Pair,
  answersOf: ReadonlyMap<string, readonly ResponseRow[]>,
): GrowthCell | null {
  const earlier = measureOf(engines, first, answersOf.get(first.id));
  const later = measureOf(engines, last, answersOf.get(last.id));
  if (!earlier || !later) return null;
  return { competence: first.competence, first: earlier, last: later, ...changeOf(earlier, later) };
}

/** A measure with its level; `null` where an erasure came between the two reads. */
function measureOf(
  engines: Engines,
  { id, competence, releaseVersion, finishedAt, ...attempt }: AttemptRow,
  answers: readonly ResponseRow[] | undefined,
): GrowthMeasure | null {
  if (!answers || !finishedAt) return null;
  const engine = engines.of(releaseVersion);
  const prior = { mean: attempt.priorMean, sd: attempt.priorSd };
  const { posterior, ability, standardError } = estimateAttempt(engine, prior, answers);
  return {
    attemptId: id,
    finishedAt: finishedAt.toISOString(),
    release: releaseVersion,
    level: engine.report(competence, posterior),
    ...{ ability, standardError },
  };
}
