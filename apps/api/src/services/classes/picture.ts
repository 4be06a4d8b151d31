import type { ClassPicture } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { chosenRelease, releaseChoices, resultsUnder } from '../results-under.ts';

/**
 * A class as pupils x competences, under one release: the one asked for, or the one in force.
 * Refuses with `not-found` where there is no such class or release.
 */
export async function readPicture(
  context: ServiceContext,
  actor: Teacher,
  classId: string,
  release?: string,
): Promise<ClassPicture> {
  const { store, engines } = context;
  const where = { schoolId: actor.schoolId, classId };
  const engine = chosenRelease(engines, release);
  const [schoolClass, pupils, rows] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.pupils(where),
    store.read.classes.results(where),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const shown = await resultsUnder(context, engine, actor.schoolId, rows);
  return {
    class: schoolClass,
    release: engine.reference,
    releases: releaseChoices(engines, rows),
    levels: engine.release.framework.levels.length,
    competences: [...engine.competences.values()].map(({ name }) => name),
    pupils: pupils.map((pupil) => ({
      id: pupil.id,
      name: fullName(pupil),
      className: pupil.className,
      yearGroup: pupil.yearGroup,
      ...shown(pupil.id),
    })),
  };
}
