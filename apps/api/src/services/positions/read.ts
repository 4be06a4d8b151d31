import type { ClassPositions, Position } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { resultsUnder } from '../results-under.ts';
import { concernedYearGroups, proposePosition } from './rule.ts';

/**
 * Positions for the school report of the pupils of a class whom it concerns: what the rule proposes
 * by the latest results under the release in force (re-readings of earlier ones among them), and
 * what the teacher said. Refuses with `not-found`.
 */
export async function readPositions(
  context: ServiceContext,
  { schoolId }: Teacher,
  classId: string,
): Promise<ClassPositions> {
  const { store, engines } = context;
  const where = { schoolId, classId };
  const engine = engines.current;
  const [schoolClass, pupils, rows] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.pupils(where),
    store.read.classes.results(where),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const { schoolYear } = schoolClass;
  const [shown, said] = await Promise.all([
    resultsUnder(context, engine, schoolId, rows),
    store.read.classes.positions({ ...where, schoolYear }),
  ]);
  const saidOf = new Map(said.map((one) => [`${one.pupilId} ${one.competence}`, one.level]));
  const { competences } = engine.release.framework;
  const concerned = pupils.filter(({ yearGroup }) => concernedYearGroups.includes(yearGroup));
  return {
    class: schoolClass,
    release: engine.reference,
    competences: competences.map(({ code, name, lsu }) => ({ code, name, lsu })),
    pupils: concerned.map((pupil) => {
      const { cells, rereadings } = shown(pupil.id);
      return {
        id: pupil.id,
        name: fullName(pupil),
        positions: competences.map(({ code }): Position => {
          const cell = [...cells, ...rereadings].find(({ competence }) => competence === code);
          return {
            competence: code,
            proposed: cell
              ? { ...proposePosition(cell.level.probabilities), attemptId: cell.attemptId }
              : null,
            said: saidOf.get(`${pupil.id} ${code}`) ?? null,
          };
        }),
      };
    }),
    others: pupils.length - concerned.length,
  };
}
