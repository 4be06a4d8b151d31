import type { Statement } from '@jalon/store';
import type { ServiceContext } from '../services/context.ts';
import type { DemoPupil } from './roster.ts';

interface World {
  pupils: readonly DemoPupil[];
  /** As the schools that they left knew them. */
  leavers: readonly DemoPupil[];
  staff: readonly { id: string; schoolId: string | null }[];
  now: number;
}

const DAY_MS = 86_400_000;

/**
 * Two pupils have changed schools, each with one national number at both: the record of the one who
 * came to the first school may be asked for; that of the one who left it, the other school asks for.
 */
export function movesOf(
  { store: { change }, newId }: ServiceContext,
  { pupils, leavers, staff, now }: World,
): Statement[] {
  const moved = leavers.map((before) => {
    const after = pupils.findLast(
      (one) =>
        one.schoolId !== before.schoolId &&
        one.firstName === before.firstName &&
        one.lastName === before.lastName,
    );
    if (!after) throw new Error('Somebody of the demo left for no school.');
    return { before, after, digest: newId() };
  });
  const asked = moved.at(-1);
  const asker = staff.find(({ schoolId }) => schoolId === asked?.after.schoolId);
  if (!asked || !asker) throw new Error('The demo has too few schools.');
  return [
    ...moved.flatMap(({ before, after, digest }) => [
      change.changePupil(ids(before), { leftAt: new Date(now - 3 * DAY_MS) }),
      change.putPupilKeys(...[before, after].map((one) => ({ ...ids(one), kind: 'ine', digest }))),
    ]),
    change.addTransfers({
      ...{ id: newId(), ...ids(asked.before) },
      ...{ toSchoolId: asked.after.schoolId, toPupilId: asked.after.id },
      ...{ askedBy: asker.id, askedAt: new Date(now - DAY_MS) },
    }),
  ];
}

const ids = ({ schoolId, id: pupilId }: DemoPupil) => ({ schoolId, pupilId });
