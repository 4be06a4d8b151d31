import type { ClassPicture, GiveAssessments } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import { readPicture } from '../classes/picture.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

type Pupil = ClassPicture['pupils'][number];

/**
 * Of each competence, the ids of the pupils of a class that it is given to; `null` where all get
 * all. Refuses with `not-found` where a chosen pupil is not of the class.
 */
export async function chosenBy(
  context: ServiceContext,
  actor: Teacher,
  classId: string,
  { audience, competences }: Pick<GiveAssessments, 'audience' | 'competences'>,
): Promise<ReadonlyMap<string, string[]> | null> {
  if (audience.to === 'class') return null;
  if (audience.to === 'need') {
    const { pupils } = await readPicture(context, actor, classId);
    const { below } = audience;
    return new Map(
      competences.map((code) => [
        code,
        pupils.filter((pupil) => isInNeed(pupil, code, below)).map(({ id }) => id),
      ]),
    );
  }
  const where = { schoolId: actor.schoolId, classId };
  const members = new Set((await context.store.read.classes.pupils(where)).map(({ id }) => id));
  const pupilIds = [...new Set(audience.pupilIds)];
  if (!pupilIds.every((id) => members.has(id))) throw new Refusal('not-found');
  return new Map(competences.map((code) => [code, pupilIds]));
}

/** Without a result in a competence, or more probably below a level than at it or above. */
export function isInNeed(
  { cells, rereadings }: Pick<Pupil, 'cells' | 'rereadings'>,
  competence: string,
  below: number,
): boolean {
  const shown = [...cells, ...rereadings].find((cell) => cell.competence === competence);
  if (!shown) return true;
  const reached = shown.level.probabilities.slice(below - 1);
  return reached.reduce((sum, probability) => sum + probability, 0) < 0.5;
}
