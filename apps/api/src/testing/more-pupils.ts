import type { Pupil } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import { people } from './two-schools.ts';

/** Adds pupils to a class of a school (the first school's first, unless another is named). */
export async function addPupils(
  { store, newId }: ServiceContext,
  names: readonly { firstName: string; lastName: string }[],
  place: { school: string; class: string } = people.own,
): Promise<Pupil[]> {
  const rows = names.map((name) => {
    const id = newId();
    return { ...name, id, schoolId: place.school, classId: place.class };
  });
  await store.write(store.change.addPupils(...rows));
  return rows.map(({ id, schoolId }) => ({ role: 'pupil', id, schoolId }));
}
