import type { Store } from '@jalon/store';
import { type Accommodation, accommodationList } from '@jalon/types';

/** How the product is to behave for a pupil otherwise than for all. */
export async function needsOf(
  store: Store,
  of: { schoolId: string; id: string },
): Promise<ReadonlySet<Accommodation>> {
  const row = await store.read.rights.accommodation({ schoolId: of.schoolId, pupilId: of.id });
  return new Set(row ? accommodationList.parse(row.measures) : []);
}
