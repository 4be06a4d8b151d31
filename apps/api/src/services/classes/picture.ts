import type { ClassPicture } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { fullName } from '../names.ts';
import { Refusal } from '../refusal.ts';
import { cellOf } from '../results.ts';

/** A class as pupils x competences, under the release in force. */
export async function readPicture(
  { store, engines }: ServiceContext,
  actor: Teacher,
  classId: string,
): Promise<ClassPicture> {
  const where = { schoolId: actor.schoolId, classId };
  const engine = engines.current;
  const [schoolClass, pupils, results] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.pupils(where),
    store.read.classes.results({ ...where, releaseVersion: engine.reference.version }),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const byPupil = Map.groupBy(results, (row) => row.pupilId);
  return {
    class: schoolClass,
    release: engine.reference,
    competences: [...engine.competences.values()].map(({ name }) => name),
    pupils: pupils.map((pupil) => ({
      id: pupil.id,
      name: fullName(pupil),
      cells: (byPupil.get(pupil.id) ?? []).map((row) => cellOf(engine, row)),
    })),
  };
}
