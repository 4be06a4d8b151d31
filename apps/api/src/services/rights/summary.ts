import type { OwnDataSummary } from '@jalon/types';
import { ownAccommodationsOf } from '../accommodations.ts';
import type { Pupil } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { lastDayKept } from './keep.ts';
import { lookOf } from './looks.ts';

/** Looks that a page lists; the file has them all. */
const MOST_LOOKS = 20;

/** What is kept about the pupil who asks, until when, and who looked. */
export async function summariseOwnData(
  { store }: Pick<ServiceContext, 'store'>,
  actor: Pupil,
  keepMonths: number,
): Promise<OwnDataSummary> {
  const own = { schoolId: actor.schoolId, pupilId: actor.id };
  const { rights } = store.read;
  const [found, accommodations, attempts, results, looks] = await Promise.all([
    rights.pupil(own),
    ownAccommodationsOf(store, own),
    store.read.attempts.ofPupil(own),
    rights.results(own),
    rights.looksAt(own),
  ]);
  if (!found) throw new Refusal('not-signed-in');
  return {
    className: found.schoolClass.name,
    schoolName: found.school.name,
    attempts: attempts.length,
    results: results.length,
    keptUntil: lastDayKept(found.schoolClass.schoolYear, keepMonths),
    accommodations,
    looks: { count: looks.length, newest: looks.slice(-MOST_LOOKS).toReversed().map(lookOf) },
  };
}
