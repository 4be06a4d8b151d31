import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { findElsewhere } from './find-elsewhere.ts';

/**
 * Asks every other school that knows some pupils for their records; of each once. Gives how many
 * were asked for: none of pupils whom nobody else knows, or whose record was asked for before.
 */
export async function askForRecords(
  { store, clock, newId }: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
  { id: askedBy, schoolId }: Administrator,
  pupilIds: readonly string[],
): Promise<{ asked: number }> {
  const wanted = new Set(pupilIds);
  const before = await store.read.transfers.ofSchool(schoolId);
  const known = (await findElsewhere(store, schoolId)).filter(
    (one) =>
      wanted.has(one.toPupilId) &&
      !before.some(
        ({ transfer }) =>
          transfer.schoolId === one.schoolId &&
          transfer.pupilId === one.pupilId &&
          transfer.toPupilId === one.toPupilId,
      ),
  );
  if (known.length === 0) return { asked: 0 };
  const at = clock();
  await store.write(
    store.change.addTransfers(
      ...known.map((one) => ({
        ...one,
        ...{ id: newId(), toSchoolId: schoolId, askedBy, askedAt: at },
      })),
    ),
    store.change.addAccess(
      ...known.map(({ toPupilId }) => ({
        ...{ schoolId, id: newId(), actorId: askedBy, pupilId: toPupilId },
        ...{ action: 'transfer:ask', at },
      })),
    ),
  );
  return { asked: known.length };
}
