import type { Inspector } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';

/** A school with, for each year group and competence, how many pupils are at each level from 1. */
export interface CountedSchool {
  uai: string;
  name: string;
  department: string;
  yearGroups: Record<string, Record<string, readonly number[]>>;
}

/** A territory that the two schools are not in. */
export const territory: Inspector = {
  role: 'inspector',
  id: '00000000-0000-4000-8000-000000000403',
  territory: { kind: 'department', code: '974' },
};

/** What every pupil of these schools is called: no answer to an inspector may hold it. */
export const pupilName = { firstName: 'Héloïse', lastName: 'Sansnom' };

const at = new Date(Date.UTC(2026, 10, 24, 8));

/** Writes a school whose pupils each have one result, as sittings leave them. */
export async function addCountedSchool(
  { store, newId, engines }: ServiceContext,
  { uai, name, department, yearGroups }: CountedSchool,
): Promise<void> {
  const { change } = store;
  const releaseVersion = engines.current.reference.version;
  const schoolId = newId();
  const classes = Object.entries(yearGroups).map(([yearGroup, competences]) => {
    const id = newId();
    return {
      id,
      competences,
      row: { schoolId, id, name: yearGroup, yearGroup, schoolYear: '2026' },
    };
  });
  const sittings = classes.flatMap(({ id: classId, competences }) =>
    Object.entries(competences).flatMap(([competence, counts]) =>
      counts.flatMap((pupils, index) =>
        Array.from({ length: pupils }, () => ({
          pupilId: newId(),
          attemptId: newId(),
          classId,
          competence,
          level: index + 1,
        })),
      ),
    ),
  );
  await store.write(
    change.addSchools({ id: schoolId, uai, name, department }),
    ...classes.map(({ row }) => change.addClasses(row)),
  );
  await store.write(
    ...sittings.flatMap(({ pupilId, attemptId, classId, competence, level }) => {
      const both = {
        schoolId,
        pupilId,
        competence,
        releaseVersion,
        ability: 0,
        standardError: 0.6,
      };
      return [
        change.addPupils({ ...pupilName, schoolId, id: pupilId, classId }),
        change.addAttempt({
          ...both,
          id: attemptId,
          assessmentId: null,
          mode: 'measure',
          title: 'Un test',
          feedback: 'later',
          seed: attemptId,
          priorMean: 0,
          priorSd: 1.5,
          priorAloneSd: null,
          status: 'finished',
          answered: 6,
          startedAt: at,
          lastAnswerAt: at,
          finishedAt: at,
        }),
        change.keepResult({
          ...both,
          attemptId,
          level,
          probabilities: [0.2, 0.2, 0.2, 0.2, 0.2],
          responses: 6,
          finishedAt: at,
        }),
      ];
    }),
  );
}
